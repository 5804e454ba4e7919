package dojo.session.dynamo;

import dojo.session.Bill;
import dojo.session.content.ContentName;
import dojo.session.content.ContentStore;
import dojo.session.content.ContentStore.Kept;
import dojo.session.content.ContentStore.Listed;
import dojo.session.work.Runner;
import dojo.session.work.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Deletes content from a {@link ContentStore} when no turn names it any more.
 *
 * <p>{@link #take} follows the table's stream: when time to live, an erasure or a redaction takes a turn away, its
 * content goes too. {@link #sweep} finds what no record tells of: the content of an append that was refused, or that
 * crashed before its turn was written, and whatever the stream's 24 hours did not suffice for. Both look at the turn
 * first, strongly consistent, so neither deletes what a turn names, and both may be repeated. Parts in the table need
 * neither: they have the same time to live as their turn. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html">AWS: time
 *     to live and streams</a>
 */
public final class ContentReclaim {
    /** Longer than any clock is wrong, and than any request is under way. */
    private static final Duration LEAST_AGE = Duration.ofHours(1);

    private static final Reclaimed NOTHING = new Reclaimed(0, 0, Bill.ZERO);

    private final String table;
    private final ContentStore store;
    private final Runner runner;
    private final InstantSource clock;

    private ContentReclaim(DynamoDbClient client, String table, ContentStore store, MemorySettings settings) {
        this.table = table;
        this.store = store;
        this.runner = Runner.over(client, settings.forRunner());
        this.clock = settings.clock();
    }

    /** Reclaims in the store of the settings' content policy; refuses settings without one. */
    public static ContentReclaim on(DynamoDbClient client, String table, MemorySettings settings) {
        ContentStore store = settings.content()
                .store()
                .orElseThrow(() -> new IllegalArgumentException(
                        "These settings name no store for content: pass those of the memory which writes into it."));
        return new ContentReclaim(client, table, store, settings);
    }

    /**
     * What came of it.
     *
     * @param deleted contents that no turn names, now gone
     * @param kept contents that were looked at and stay
     */
    public record Reclaimed(int deleted, int kept, Bill bill) {
        private Reclaimed and(Reclaimed more) {
            return new Reclaimed(deleted + more.deleted, kept + more.kept, bill.plus(more.bill));
        }
    }

    /**
     * Takes records of the table's stream, which must hold old images.
     *
     * <p>Costs nothing for records that take no stored content away, else 1 read unit and a delete each. Throws what the
     * clients throw; then pass the same records again.
     */
    public Reclaimed take(List<Record> records) {
        Reclaimed sum = NOTHING;
        for (Record record : records) {
            Optional<ContentName> gone = gone(record);
            if (gone.isPresent()) {
                sum = sum.and(runner.run("reclaim", unlessNamed(gone.get())));
            }
        }
        return sum;
    }

    /** The content that a turn named before this change and does not name after it. */
    private static Optional<ContentName> gone(Record record) {
        Map<String, AttributeValue> before = record.dynamodb().oldImage();
        Map<String, AttributeValue> after = record.dynamodb().newImage();
        AttributeValue named = before.get("content");
        if (named == null || !isStored(before) || named.equals(after.get("content"))) {
            return Optional.empty();
        }
        return Optional.of(Form.name(before));
    }

    private static boolean isStored(Map<String, AttributeValue> item) {
        return Form.isOutside(item) && Form.parts(item) == 0;
    }

    /**
     * Goes through the whole store and deletes what is older than {@code age} and can never be named again.
     *
     * <p>That is content whose place in the log is taken by another turn, or whose log takes no more turns. Content for
     * the free place after the last turn of a living session stays: its append may yet be repeated. Costs a list for
     * each page of the store, 1 to 2 read units for each content that is old enough, and a delete for each that goes.
     * What has no name of this library is left alone.
     *
     * @throws IllegalArgumentException if {@code age} is less than an hour
     */
    public Reclaimed sweep(Duration age) {
        if (age.compareTo(LEAST_AGE) < 0) {
            throw new IllegalArgumentException("Only what is an hour old or older can be swept, got " + age
                    + ": younger content may belong to an append that is under way.");
        }
        Instant youngest = clock.instant().minus(age);
        Reclaimed sum = NOTHING;
        String after = "";
        while (true) {
            Listed page = store.list("", after).join();
            for (Kept kept : page.kept()) {
                after = kept.name();
                Optional<ContentName> name = ContentName.parse(kept.name());
                if (name.isPresent() && !kept.since().isAfter(youngest)) {
                    sum = sum.and(runner.run("sweep", ifNobodyCan(name.get(), youngest)));
                }
            }
            if (page.last()) {
                return sum;
            }
        }
    }

    private Work<Reclaimed> unlessNamed(ContentName name) {
        return turn(name).then(turn -> names(turn, name) ? keep() : delete(name));
    }

    private Work<Reclaimed> ifNobodyCan(ContentName name, Instant youngest) {
        return turn(name).then(turn -> {
            if (turn.hasItem()) {
                return names(turn, name) ? keep() : delete(name);
            }
            // The place is free. Only a writer of this very log could fill it.
            return Work.ask(get(Keys.meta(name.session())))
                    .then(meta -> mayGrow(meta, name, youngest) ? keep() : delete(name));
        });
    }

    private static boolean mayGrow(GetItemResponse head, ContentName name, Instant youngest) {
        if (!head.hasItem()) {
            return false;
        }
        Meta meta = Items.meta(name.session(), head.item());
        return meta.epoch() == name.epoch() && !meta.life().ended(youngest);
    }

    private static boolean names(GetItemResponse turn, ContentName name) {
        return turn.hasItem() && isStored(turn.item()) && Form.name(turn.item()).equals(name);
    }

    private Work<GetItemResponse> turn(ContentName name) {
        return Work.ask(
                get(Map.of("PK", Keys.session(name.session()), "SK", Keys.turn(name.epoch(), name.position()))));
    }

    private GetItemRequest get(Map<String, AttributeValue> key) {
        return GetItemRequest.builder()
                .tableName(table)
                .key(key)
                .consistentRead(true)
                .build();
    }

    private static Work<Reclaimed> keep() {
        return Work.billed(bill -> new Reclaimed(0, 1, bill));
    }

    private Work<Reclaimed> delete(ContentName name) {
        return Work.elsewhere(() -> store.delete(name.value()).thenApply(done -> true))
                .then(done -> Work.billed(bill -> new Reclaimed(1, 0, bill)));
    }
}
