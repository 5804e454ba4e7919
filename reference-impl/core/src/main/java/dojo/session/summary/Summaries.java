package dojo.session.summary;

import dojo.session.Bill;
import dojo.session.Context;
import dojo.session.Loaded;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Stored;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Summary.Origin;
import dojo.session.Transcript;
import dojo.session.Window;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Brings the summaries of a conversation up to date, however often it is asked to.
 *
 * <p>What is to be summarised follows from the turns and the last summary, both read strongly consistent, so asking
 * twice does nothing twice. A text that was paid for but could not be stored is kept in this process, by the digest of
 * its inputs, and not asked for again. Thread-safe.
 */
public final class Summaries {
    private static final int MOST_AT_ONCE = 100;
    private static final int ROOM_FOR_RESULTS = 16;

    private final SessionMemory memory;
    private final Trigger trigger;
    private final Summarizer summarizer;
    private final String model;
    private final String prompt;
    private final InstantSource clock;
    private final String region;
    private final Paid paid = new Paid();

    private Summaries(
            SessionMemory memory,
            Trigger trigger,
            Summarizer summarizer,
            String model,
            String prompt,
            InstantSource clock,
            String region) {
        this.memory = memory;
        this.trigger = trigger;
        this.summarizer = summarizer;
        this.model = model;
        this.prompt = prompt;
        this.clock = clock;
        this.region = region;
    }

    /** Summaries without a model: the key sentences, in at most so many characters. */
    public static Summaries in(SessionMemory memory, Trigger trigger, KeySentences summarizer) {
        return in(
                memory, trigger, summarizer, KeySentences.MODEL, KeySentences.VERSION + "-" + summarizer.characters());
    }

    /**
     * Summaries by a model.
     *
     * @param model stored with each summary
     * @param prompt the version of what the model is told to do, stored with each summary; raise it with every change
     */
    public static Summaries in(
            SessionMemory memory, Trigger trigger, Summarizer summarizer, String model, String prompt) {
        return new Summaries(memory, trigger, summarizer, model, prompt, Clock.systemUTC(), "");
    }

    /** The same on a clock of your own, for the times that are displayed. */
    public Summaries on(InstantSource own) {
        return new Summaries(memory, trigger, summarizer, model, prompt, own, region);
    }

    /**
     * The same for one Region of a global table, whose stream tells of all sessions: those at home elsewhere are left to
     * the summaries there, before anything is paid for.
     */
    public Summaries in(String ownRegion) {
        return new Summaries(memory, trigger, summarizer, model, prompt, clock, ownRegion);
    }

    Trigger trigger() {
        return trigger;
    }

    /**
     * What came of looking at a conversation.
     *
     * @param written how many summaries were stored
     * @param complete whether nothing is due any more; if not, ask again
     */
    public record Outcome(int written, boolean complete, Bill bill) {}

    /**
     * Stores the summaries that are due, one after the other.
     *
     * <p>Costs a load of one turn; for each summary and once more also the turns it reads, and the store.
     *
     * @throws SummaryFailed if the summariser failed, or had nothing to say
     */
    public Outcome update(SessionId session) {
        return update(session, () -> true);
    }

    /**
     * The same, but begins no further summary when {@code mayGoOn} says so, for instance because time is running out.
     *
     * @throws SummaryFailed if the summariser failed, or had nothing to say
     */
    public Outcome update(SessionId session, BooleanSupplier mayGoOn) {
        Bill bill = Bill.ZERO;
        int written = 0;
        String before = "";
        for (int look = 1; look <= MOST_AT_ONCE; look++) {
            if (!mayGoOn.getAsBoolean()) {
                return new Outcome(written, false, bill);
            }
            Loaded loaded = memory.load(session, Window.latest(1));
            bill = bill.plus(loaded.bill());
            if (!(loaded instanceof Loaded.Found found) || isElsewhere(found.context()) || !mayBeDue(found.context())) {
                return new Outcome(written, true, bill);
            }
            long covered = covered(found.context());
            Transcript transcript = memory.read(session, covered, trigger.turns() + ROOM_FOR_RESULTS);
            bill = bill.plus(transcript.bill());
            List<StoredTurn> waiting = transcript instanceof Transcript.Part part ? part.turns() : List.of();
            int due = trigger.due(waiting);
            String inputs = Inputs.digest(found.context().summary(), waiting.subList(0, due));
            if (due == 0 || inputs.equals(before)) {
                // The same again would be paid for and refused again.
                return new Outcome(written, true, bill);
            }
            before = inputs;
            Stored stored = store(found.context(), waiting.subList(0, due), inputs);
            bill = bill.plus(stored.bill());
            if (stored instanceof Stored.Gap || stored instanceof Stored.Elsewhere) {
                throw new IllegalStateException("Session " + session + " was read with another chain of summaries than"
                        + " the one it is stored with (" + stored.getClass().getSimpleName()
                        + "): read and write it in one Region, its home.");
            }
            // Whatever else the answer is, somebody else was faster: the next look shows what is left to do.
            written += stored instanceof Stored.Kept ? 1 : 0;
        }
        return new Outcome(written, false, bill);
    }

    private boolean isElsewhere(Context context) {
        String home = context.tail().home();
        return !home.isEmpty() && !region.isEmpty() && !home.equals(region);
    }

    /** Without a threshold of tokens, the number of the last turn tells enough, and the turns need not be read. */
    private boolean mayBeDue(Context context) {
        List<StoredTurn> latest = context.turns();
        return trigger.tokens().isPresent()
                || latest.isEmpty()
                || latest.get(0).number() - covered(context) >= trigger.turns();
    }

    private static long covered(Context context) {
        return context.summary().map(Summary::to).orElse(0L);
    }

    private Stored store(Context context, List<StoredTurn> turns, String inputs) {
        Optional<Summary> previous = context.summary();
        long to = turns.get(turns.size() - 1).number();
        String text = paid.text(inputs, () -> text(context.session(), previous, turns));
        Summary summary = new Summary(covered(context) + 1, to, text, clock.instant())
                .of(new Origin(context.tail(), inputs, model, prompt));
        Stored stored = memory.store(context.session(), summary);
        paid.forget(inputs);
        return stored;
    }

    private String text(SessionId session, Optional<Summary> previous, List<StoredTurn> turns) {
        String text;
        try {
            text = summarizer.summarize(previous, turns);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw SummaryFailed.of(session, turns, stop);
        } catch (Exception failure) {
            throw SummaryFailed.of(session, turns, failure);
        }
        if (text.isBlank()) {
            throw SummaryFailed.of(
                    session, turns, new IllegalStateException("The summariser answered without a word."));
        }
        return text;
    }
}
