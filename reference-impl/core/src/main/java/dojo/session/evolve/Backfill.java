package dojo.session.evolve;

import dojo.session.work.Work;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Brings the items of a table to their newest version while it is in use.
 *
 * <p>Reading costs 0.5 read units for each started 4 KB; each item that changes costs the write units of its larger
 * form, and one or two for each page that is saved. An item is written only if it still is as it was read, so no write
 * of anybody is undone, and a repeated one finds nothing to do: after a crash at any point, run it again. It walks an
 * eventually consistent table: what older writers add meanwhile may be missed, so run it when all writers write the
 * newest version, and once more under another name to see that nothing is left. Immutable; one run at a time, and if
 * there are two of one name, one of them stops.
 */
public final class Backfill {
    private final DynamoDbClient client;
    private final String table;
    private final String name;
    private final Upcast upcast;
    private final JobSettings settings;

    private Backfill(DynamoDbClient client, String table, String name, Upcast upcast, JobSettings settings) {
        this.client = client;
        this.table = table;
        this.name = name;
        this.upcast = upcast;
        this.settings = settings;
    }

    /**
     * No request yet.
     *
     * @param name under which the place reached is kept in the table; the same name goes on, another begins anew
     * @throws IllegalArgumentException if the name is blank
     */
    public static Backfill of(DynamoDbClient client, String table, String name, Upcast upcast, JobSettings settings) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "A backfill has a name, got \"" + name + "\": it is what a second run goes on with.");
        }
        return new Backfill(client, table, name, upcast, settings);
    }

    /** To the end; the client's exceptions pass through, and a later run goes on. */
    public Backfilled run() {
        return run(Instant.MAX);
    }

    /** Until then at the latest, give or take a page; a later run goes on. */
    public Backfilled run(Instant until) {
        return Backfilled.of(new Walk(client, table, name, settings)
                .walk((item, runner) -> runner.run(name, visit(item, 1)), until));
    }

    private Work<String> visit(Map<String, AttributeValue> item, int attempt) {
        Upcast.Verdict verdict = upcast.of(item);
        if (verdict instanceof Upcast.Leave leave) {
            return Work.done(Backfilled.LEFT + leave.reason());
        }
        if (verdict instanceof Upcast.Change change) {
            return Work.ask(Rewrite.of(table, item, change.after()))
                    .map(done -> Backfilled.CHANGED)
                    .on(ConditionalCheckFailedException.class, overtaken -> overtaken(overtaken, attempt));
        }
        return Work.done(Backfilled.CURRENT);
    }

    /** Somebody else wrote it: what is there now decides, and it came with the refusal. */
    private Work<String> overtaken(ConditionalCheckFailedException refused, int attempt) {
        if (!refused.hasItem()) {
            return Work.done(Backfilled.GONE);
        }
        return attempt < settings.attempts()
                ? Work.pause(attempt).then(rested -> visit(refused.item(), attempt + 1))
                : Work.done(Backfilled.BUSY);
    }
}
