package dojo.session.evolve;

import dojo.session.Bill;
import dojo.session.Pause;
import dojo.session.work.Patience;
import dojo.session.work.Runner;
import dojo.session.work.Work;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Visits every item of a table, slowly, and goes on where it stopped.
 *
 * <p>A page that was not finished is visited again, so a visit must do no harm the second time. Used by one thread.
 */
final class Walk {
    private final String table;
    private final String job;
    private final int segments;
    private final int page;
    private final Pace pace;
    private final Runner runner;
    private final InstantSource clock;
    private Bill spent = Bill.ZERO;

    Walk(DynamoDbClient client, String table, String job, JobSettings settings) {
        this.table = table;
        this.job = job;
        this.segments = settings.segments();
        this.page = settings.page();
        this.clock = settings.clock();
        this.pace = new Pace(settings.unitsPerSecond(), settings.clock(), settings.waiting());
        Pause pause = attempt -> settings.waiting().pass(settings.pause().multipliedBy(attempt));
        this.runner = Runner.over(
                client,
                new Runner.Settings(
                        settings.clock(),
                        pause,
                        List.of(new Patience(settings.attempts())),
                        List.of((errand, answer, failure) -> spend(errand.bill())),
                        Optional.empty()));
    }

    /** What to do with one item, and in a word what came of it. */
    @FunctionalInterface
    interface Visitor {
        String visit(Map<String, AttributeValue> item, Runner runner);
    }

    /** The same without keeping a place: each time from the beginning, to the end. */
    Progress once(Visitor visitor) {
        Progress all = Progress.NONE;
        for (int segment = 0; segment < segments; segment++) {
            spent = Bill.ZERO;
            Checkpoint checkpoint = Checkpoint.start(job, segment, segments);
            while (!checkpoint.done()) {
                checkpoint = page(checkpoint, visitor);
            }
            all = all.plus(new Progress(checkpoint.counts(), checkpoint.bill(), Progress.End.FINISHED));
        }
        return all;
    }

    /** Every segment in turn, until all are done, the time is over, or somebody else walks the same segment. */
    Progress walk(Visitor visitor, Instant until) {
        Progress all = Progress.NONE;
        for (int segment = 0; segment < segments; segment++) {
            all = all.plus(segment(segment, visitor, until));
        }
        return all;
    }

    private Progress segment(int segment, Visitor visitor, Instant until) {
        spent = Bill.ZERO;
        Checkpoint checkpoint = run(Work.ask(Checkpoint.get(table, job, segment))
                .map(found -> Checkpoint.read(job, segment, segments, found.hasItem() ? found.item() : Map.of())
                        .orElseGet(() -> Checkpoint.start(job, segment, segments))));
        while (!checkpoint.done() && clock.instant().isBefore(until)) {
            Checkpoint reached = page(checkpoint, visitor);
            try {
                run(Work.ask(reached.put(table)));
            } catch (ConditionalCheckFailedException overtaken) {
                return new Progress(reached.counts(), reached.bill(), Progress.End.HANDED_OVER);
            }
            checkpoint = reached;
        }
        Progress.End end = checkpoint.done() ? Progress.End.FINISHED : Progress.End.PAUSED;
        return new Progress(checkpoint.counts(), checkpoint.bill(), end);
    }

    private Checkpoint page(Checkpoint from, Visitor visitor) {
        ScanResponse read = run(Work.ask(scan(from)));
        Map<String, Long> counts = new TreeMap<>();
        for (Map<String, AttributeValue> item : read.items()) {
            AttributeValue key = item.get("PK");
            if (key == null || !key.s().startsWith(Checkpoint.PREFIX)) {
                pace.await();
                counts.merge(visitor.visit(item, runner), 1L, Long::sum);
            }
        }
        Map<String, AttributeValue> last = read.hasLastEvaluatedKey() ? read.lastEvaluatedKey() : Map.of();
        Bill page = spent;
        spent = Bill.ZERO;
        return from.next(last, counts, page);
    }

    private ScanRequest scan(Checkpoint from) {
        return ScanRequest.builder()
                .tableName(table)
                .segment(from.segment())
                .totalSegments(segments)
                .exclusiveStartKey(from.after().isEmpty() ? null : from.after())
                .limit(page)
                .build();
    }

    private <T> T run(Work<T> work) {
        pace.await();
        return runner.run(job, work);
    }

    private void spend(Bill bill) {
        spent = spent.plus(bill);
        pace.spent(bill.readUnits() + bill.writeUnits());
    }
}
