package dojo.lab.item;

import dojo.lab.item.ItemWrite.Kind;
import dojo.lab.item.Written.Image;
import dojo.lab.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;

/**
 * The items of one store: what they look like now, what a write made of them, and who wants to know.
 *
 * <p>Every write goes through here, whoever makes it: under locks of its items, with an image of each before and after,
 * and into the journal. Safe for use by many threads.
 */
public final class Items {

    private final Store leader;
    private final InstantSource clock;
    private final Memory memory;
    private final ItemLocks locks;
    private final TableShapes shapes = new TableShapes();
    private final Journal journal = new Journal();
    private final AtomicLong sequence = new AtomicLong();
    private volatile boolean replicated;

    private Items(Store leader, InstantSource clock, Memory memory, ItemLocks locks) {
        this.leader = leader;
        this.clock = clock;
        this.memory = memory;
        this.locks = locks;
    }

    /** For a store that is empty and that nobody else will write to: its items are remembered, images cost no reads. */
    public static Items remembering(Store leader, InstantSource clock) {
        return new Items(leader, clock, new Shadow(), new ItemLocks());
    }

    /** For a store of others, or with others: images are read from it, and changes of others are not noticed. */
    public static Items asking(Store leader, InstantSource clock) {
        return asking(leader, clock, new ItemLocks());
    }

    static Items asking(Store leader, InstantSource clock, ItemLocks locks) {
        return new Items(leader, clock, new Asking(), locks);
    }

    /** The keys and indexes of the tables. */
    public TableShapes shapes() {
        return shapes;
    }

    /** Where every change is told. */
    public Journal journal() {
        return journal;
    }

    /** The items that the request is about to write, in its order; none for a read, and none known for PartiQL. */
    public List<ItemWrite> writes(AwsRequest request) {
        return new Writes(shapes, leader).of(request);
    }

    /** The shape of the table of this name or ARN. */
    public TableShape shape(@Nullable String table) {
        return shapes.of(table, leader);
    }

    /**
     * The item of this table with this key.
     *
     * @throws IllegalArgumentException if the table is not there, or its items have other keys
     */
    public ItemKey item(String table, Map<String, AttributeValue> key) {
        List<String> names = shape(table).key();
        if (names.isEmpty() || !key.keySet().equals(Set.copyOf(names))) {
            throw new IllegalArgumentException("No item of the table '" + table + "' has a key of " + key.keySet()
                    + (names.isEmpty() ? ": there is no such table." : ": its key is " + names + ".")
                    + " Give the whole key and nothing else.");
        }
        return new ItemKey(table, Map.copyOf(key));
    }

    /** The index of this name, if the table has it; none if no name is given. */
    public Optional<IndexShape> index(String table, @Nullable String index) {
        return shapes.index(table, index, leader);
    }

    /** The item as it is at the leader; empty if it is not there. */
    public Map<String, AttributeValue> current(ItemKey key) {
        return memory.current(key, leader);
    }

    /** From now on, reads that are not strongly consistent may see items otherwise than the leader does. */
    public void replicated() {
        replicated = true;
    }

    /** The whole item as a read sees it on the path that {@code store} stands for; empty if it is not there. */
    public Map<String, AttributeValue> seen(ItemKey key, @Nullable Boolean consistentRead, Store store) {
        return replicated && !Boolean.TRUE.equals(consistentRead) ? Asking.read(key, false, store) : current(key);
    }

    /** All items of the table as they are at the leader, in no order. */
    public Collection<Map<String, AttributeValue>> all(String table) {
        return memory.all(table, leader);
    }

    /**
     * Executes any request straight at the leader: writes are locked, imaged and told, everything else is passed on.
     *
     * @throws AwsServiceException as the store answers it
     */
    public AwsResponse execute(AwsRequest request, Cause cause) {
        return execute(request, leader, cause);
    }

    /** The same, by way of {@code store}. */
    public AwsResponse execute(AwsRequest request, Store store, Cause cause) {
        List<ItemWrite> writes = writes(request);
        if (!writes.isEmpty()) {
            return write(request, writes, store, cause).answer();
        }
        if (Statements.writes(request)) {
            return executeStatements(request, store, cause);
        }
        try {
            return request instanceof DeleteTableRequest delete ? drop(delete, store) : store.execute(request);
        } finally {
            TableShapes.changedBy(request).ifPresent(shapes::forget);
        }
    }

    /** Nobody writes meanwhile: an item noted after its table is gone would be found in the next one of that name. */
    private AwsResponse drop(DeleteTableRequest delete, Store store) {
        ItemLocks.Held held = locks.holdAll();
        try {
            AwsResponse answer = store.execute(delete);
            memory.drop(delete.tableName());
            journal.dropped(TableShapes.name(delete.tableName()));
            return answer;
        } finally {
            held.release();
        }
    }

    /** Executes a request that writes these items. A refusal is part of the answer: its images have a price, too. */
    public Written write(AwsRequest request, List<ItemWrite> writes, Store store, Cause cause) {
        ItemLocks.Held held = locks.hold(writes.stream().map(ItemWrite::key).toList());
        try {
            List<Map<String, AttributeValue>> before =
                    writes.stream().map(write -> current(write.key())).toList();
            NewImage asked = NewImage.of(request);
            try {
                AwsResponse answer = store.execute(asked.request());
                List<Image> images = images(writes, before, asked, answer);
                images.forEach(image -> note(image, cause));
                return new Written(Optional.of(asked.answer(answer)), Optional.empty(), images);
            } catch (AwsServiceException refusal) {
                List<Image> images = new ArrayList<>();
                for (int i = 0; i < writes.size(); i++) {
                    images.add(new Image(writes.get(i), before.get(i), before.get(i)));
                }
                return new Written(Optional.empty(), Optional.of(refusal), images);
            }
        } finally {
            held.release();
        }
    }

    /**
     * Executes a transaction whose token has committed before: the store answers and changes nothing, so its items look
     * the same before and after.
     */
    public Written replay(AwsRequest request, List<ItemWrite> writes, Store store) {
        return undisturbed(writes.stream().map(ItemWrite::key).toList(), () -> {
            List<Image> images = writes.stream()
                    .map(write -> new Image(write, current(write.key()), current(write.key())))
                    .toList();
            try {
                return new Written(Optional.of(store.execute(request)), Optional.empty(), images);
            } catch (AwsServiceException refusal) {
                return new Written(Optional.empty(), Optional.of(refusal), images);
            }
        });
    }

    /** Reads while none of these items can be written. */
    public <T> T undisturbed(Collection<ItemKey> keys, Supplier<T> reading) {
        ItemLocks.Held held = locks.hold(keys);
        try {
            return reading.get();
        } finally {
            held.release();
        }
    }

    private List<Image> images(
            List<ItemWrite> writes, List<Map<String, AttributeValue>> before, NewImage asked, AwsResponse answer) {
        Set<String> left = unprocessed(answer);
        List<Image> images = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            ItemWrite write = writes.get(i);
            if (left.isEmpty() || !left.contains(write.key().canonical())) {
                images.add(new Image(write, before.get(i), after(write, before.get(i), asked, answer)));
            }
        }
        return images;
    }

    private Map<String, AttributeValue> after(
            ItemWrite write, Map<String, AttributeValue> before, NewImage asked, AwsResponse answer) {
        return switch (write.kind()) {
            case PUT -> Numbers.normalised(write.attributes());
            case UPDATE -> Numbers.normalised(asked.image(answer).orElseGet(() -> Asking.read(write.key(), leader)));
            case DELETE -> Map.of();
            case CHECK -> before;
        };
    }

    private Set<String> unprocessed(AwsResponse answer) {
        Set<String> left = new HashSet<>();
        if (answer instanceof BatchWriteItemResponse batch && batch.hasUnprocessedItems()) {
            new Writes(shapes, leader)
                    .ofBatch(batch.unprocessedItems())
                    .forEach(write -> left.add(write.key().canonical()));
        }
        return left;
    }

    private void note(Image image, Cause cause) {
        if (image.write().kind() != Kind.CHECK) {
            note(image.write().key(), image.before(), image.after(), cause);
        }
    }

    private void note(ItemKey key, Map<String, AttributeValue> before, Map<String, AttributeValue> after, Cause cause) {
        if (before.equals(after)) {
            return;
        }
        memory.note(key, after);
        journal.publish(new Change(
                sequence.incrementAndGet(),
                clock.instant(),
                TableShapes.name(key.table()),
                Numbers.normalised(key.attributes()),
                before,
                after,
                cause));
    }

    /**
     * PartiQL does not tell which items it writes: nobody else writes meanwhile, and what has changed is found by
     * comparing the tables it names with what is remembered of them.
     */
    private AwsResponse executeStatements(AwsRequest request, Store store, Cause cause) {
        if (!(memory instanceof Shadow)) {
            return store.execute(request);
        }
        ItemLocks.Held held = locks.holdAll();
        try {
            try {
                return store.execute(request);
            } finally {
                Statements.tables(request).forEach(table -> compare(table, cause));
            }
        } finally {
            held.release();
        }
    }

    private void compare(String table, Cause cause) {
        TableShape shape = shape(table);
        Set<String> found = new HashSet<>();
        for (Map<String, AttributeValue> item : Asking.scan(table, leader)) {
            ItemKey key = new ItemKey(table, shape.keyOf(item));
            found.add(key.canonical());
            note(key, current(key), Numbers.normalised(item), cause);
        }
        for (Map<String, AttributeValue> item : all(table)) {
            ItemKey key = new ItemKey(table, shape.keyOf(item));
            if (!found.contains(key.canonical())) {
                note(key, item, Map.of(), cause);
            }
        }
    }
}
