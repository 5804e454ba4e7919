package dojo.lab.stream;

import dojo.lab.item.Change;
import dojo.lab.item.ItemKey;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Refusals;
import dojo.lab.stream.Shard.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/**
 * One stream of one table: its shards, and the changes in them.
 *
 * <p>All shards are closed at the same time and have one child each. Safe for use by many threads.
 */
final class TableStream {

    /**
     * What a reader gets.
     *
     * @param lastRead where the reader then stands
     * @param ended whether nothing can follow, ever
     */
    record Page(List<Entry> entries, long lastRead, boolean ended) {}

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "GetRecords answers with at most 1 MB.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html",
            fact = "stream.page",
            unit = "MB")
    private static final int LARGEST_PAGE = 1 << 20;

    private final Identity identity;
    private final StreamSettings settings;
    /** In the order in which they were opened. */
    private final List<Shard> shards = new ArrayList<>();
    /** The open one of each range of hashes; none once the stream is disabled. */
    private final List<Shard> open = new ArrayList<>();

    private final Readers readers;
    private long numbers;
    private @Nullable Instant disabled;

    /** What does not change about a stream. */
    record Identity(
            String arn,
            String label,
            String table,
            StreamViewType view,
            List<KeySchemaElement> keySchema,
            String region,
            Instant created) {}

    TableStream(Identity identity, StreamSettings settings) {
        this.identity = identity;
        this.settings = settings;
        readers = new Readers(settings.readersPerShard());
        for (int range = 0; range < settings.shards(); range++) {
            open.add(newShard(range, Optional.empty(), identity.created()));
        }
    }

    Identity identity() {
        return identity;
    }

    synchronized boolean isEnabled() {
        return disabled == null;
    }

    /** Whether it was disabled so long ago that it is no more. */
    synchronized boolean isGone(Instant now) {
        return disabled != null && !now.isBefore(disabled.plus(settings.retention()));
    }

    /** No more changes; those that are in it can still be read. */
    synchronized void disable(Instant now) {
        roll(now);
        open.forEach(shard -> shard.close(now, ++numbers));
        open.clear();
        disabled = now;
    }

    /** Adds a change, and says from when it can be read; nothing if the stream takes no more. */
    synchronized Optional<Instant> append(Change change, Duration delay) {
        if (disabled != null) {
            return Optional.empty();
        }
        roll(change.at());
        Shard shard = open.get(range(change.key()));
        shard.trim(change.at(), settings.retention());
        return Optional.of(shard.append(++numbers, change, change.at().plus(delay)));
    }

    /** Closes every open shard now and opens a child of each. */
    synchronized void rollNow(Instant now) {
        roll(now);
        for (int range = 0; range < open.size(); range++) {
            Shard parent = open.get(range);
            parent.close(now, ++numbers);
            open.set(range, newShard(range, Optional.of(parent.id()), now));
        }
    }

    /** The shards from which something can still come, in the order in which they were opened. */
    synchronized List<Shard> shards(Instant now) {
        roll(now);
        shards.removeIf(shard -> shard.isGone(now, settings.retention()));
        return List.copyOf(shards);
    }

    /**
     * Where a new reader begins.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if that is no place in the shard
     */
    synchronized Position begin(String shardId, ShardIteratorType type, @Nullable String number, Instant now) {
        Shard shard = find(shardId, now)
                .orElseThrow(() -> Refusals.notFound("Requested resource not found: Shard: " + shardId + " in Stream: "
                        + identity.arn() + " not found"));
        long after = switch (type) {
            case TRIM_HORIZON -> shard.trimmed();
            case LATEST -> shard.latest(now);
            case AT_SEQUENCE_NUMBER -> within(shard, SequenceNumber.of(number)) - 1;
            case AFTER_SEQUENCE_NUMBER -> within(shard, SequenceNumber.of(number));
            default -> throw Refusals.validation("Unknown ShardIteratorType");
        };
        mustNotBeTrimmed(shard, after);
        return new Position(identity.arn(), shardId, after, now, readers.next(), false);
    }

    /**
     * The records that can be read there by now.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if some of them are gone, or there are too
     *     many readers
     */
    synchronized Page read(Position position, int limit, Instant now) {
        Shard shard = find(position.shardId(), now).orElseThrow(Refusals::trimmedDataAccess);
        mustNotBeTrimmed(shard, position.after());
        readers.admit(position, now);
        List<Entry> page = new ArrayList<>();
        long lastRead = position.after();
        long bytes = 0;
        boolean ended = !shard.isOpen();
        for (Entry entry : shard.after(position.after())) {
            bytes += StreamRecords.size(identity.view(), entry.change());
            boolean full = page.size() == limit || (bytes > LARGEST_PAGE && !page.isEmpty());
            if (full || entry.visible().isAfter(now)) {
                ended = false;
                break;
            }
            page.add(entry);
            lastRead = entry.sequence();
        }
        return new Page(page, lastRead, ended);
    }

    /** When the records that are on their way can be read. */
    synchronized List<Instant> pending(Instant now) {
        return shards.stream()
                .flatMap(shard -> shard.after(shard.latest(now)).stream())
                .map(Entry::visible)
                .toList();
    }

    private Optional<Shard> find(String shardId, Instant now) {
        Optional<Shard> found =
                shards(now).stream().filter(shard -> shard.id().equals(shardId)).findFirst();
        found.ifPresent(shard -> shard.trim(now, settings.retention()));
        return found;
    }

    private long within(Shard shard, long number) {
        if (number < shard.first() || number > shard.last().orElse(numbers)) {
            throw SequenceNumber.invalid();
        }
        return number;
    }

    private static void mustNotBeTrimmed(Shard shard, long after) {
        if (after < shard.trimmed()) {
            throw Refusals.trimmedDataAccess();
        }
    }

    /** Lets every shard live as long as it lives, and its child after it, up to now. */
    private void roll(Instant now) {
        while (!open.isEmpty()) {
            Instant end = open.get(0).opened().plus(settings.shardLife());
            if (end.isAfter(now)) {
                return;
            }
            for (int range = 0; range < open.size(); range++) {
                Shard parent = open.get(range);
                parent.close(end, ++numbers);
                open.set(range, newShard(range, Optional.of(parent.id()), end));
            }
            shards.removeIf(shard -> shard.isGone(now, settings.retention()));
        }
    }

    private Shard newShard(int range, Optional<String> parent, Instant at) {
        long number = ++numbers;
        int mark = (identity.arn() + " " + range + " " + number).hashCode();
        String id = String.format(Locale.ROOT, "shardId-%020d-%08x", at.toEpochMilli(), mark);
        Shard shard = new Shard(id, parent, at, number);
        shards.add(shard);
        return shard;
    }

    private int range(Map<String, AttributeValue> key) {
        String name = identity.keySchema().get(0).attributeName();
        int hash = new ItemKey(identity.table(), Map.of(name, key.get(name)))
                .canonical()
                .hashCode();
        // The lower bits of a text's hash follow its last letters; the product spreads them.
        return (int) ((Integer.toUnsignedLong(hash * 0x9E3779B9) * open.size()) >>> Integer.SIZE);
    }
}
