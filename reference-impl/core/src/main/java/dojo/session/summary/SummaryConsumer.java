package dojo.session.summary;

import dojo.session.Bill;
import dojo.session.SessionId;
import dojo.session.summary.Summaries.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Takes what a stream brings and keeps summaries up to date.
 *
 * <p>A record is only a reason to look at its conversation: what is due is read from the table. So records may come
 * again, late, and in any order between conversations; and a conversation whose record got lost is caught up with by a
 * later one. A conversation that fails is reported by its first record, and does not keep others from being summarised.
 * Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html">AWS: partial batch
 *     responses</a>
 */
public final class SummaryConsumer {
    private final Summaries summaries;

    private SummaryConsumer(Summaries summaries) {
        this.summaries = summaries;
    }

    public static SummaryConsumer of(Summaries summaries) {
        return new SummaryConsumer(summaries);
    }

    /**
     * A conversation that could not be brought up to date.
     *
     * @param sequenceNumber of its first record in the batch: from there on the batch has to come again
     */
    public record Failure(String sequenceNumber, SessionId session, Exception reason) {}

    /**
     * What came of a batch.
     *
     * @param looked how many conversations were looked at
     * @param written how many summaries were stored
     * @param failures in the order of their records; none if the batch is done
     * @param bill of the conversations that did not fail with an exception
     */
    public record Answer(int looked, int written, List<Failure> failures, Bill bill) {
        public Answer {
            failures = List.copyOf(failures);
        }
    }

    /** Looks at the conversations of these turns; never throws for one of them. */
    public Answer consume(List<TurnWritten> turns) {
        return consume(turns, () -> true);
    }

    /**
     * The same, but begins no further summary when {@code mayGoOn} says so; the conversations left over are reported as
     * failures.
     *
     * <p>Costs nothing for a turn that the {@link Trigger} passes over, and {@link Summaries#update} once for each other
     * conversation, however many of its turns are in the batch.
     */
    public Answer consume(List<TurnWritten> turns, BooleanSupplier mayGoOn) {
        Map<SessionId, String> first = new LinkedHashMap<>();
        turns.stream()
                .filter(turn -> summaries.trigger().looksAt(turn.number()))
                .forEach(turn -> first.putIfAbsent(turn.session(), turn.sequenceNumber()));
        int written = 0;
        Bill bill = Bill.ZERO;
        List<Failure> failures = new ArrayList<>();
        for (var entry : first.entrySet()) {
            try {
                Outcome outcome = summaries.update(entry.getKey(), mayGoOn);
                written += outcome.written();
                bill = bill.plus(outcome.bill());
                if (!outcome.complete()) {
                    failures.add(new Failure(entry.getValue(), entry.getKey(), new OutOfTime(entry.getKey())));
                }
            } catch (RuntimeException failure) {
                failures.add(new Failure(entry.getValue(), entry.getKey(), failure));
            }
        }
        return new Answer(first.size(), written, failures, bill);
    }

    /** Summaries are due that were not begun. */
    static final class OutOfTime extends Exception {
        private static final long serialVersionUID = 1L;

        OutOfTime(SessionId session) {
            super("The summaries of session " + session + " were not all begun in time: deliver its records again.");
        }
    }
}
