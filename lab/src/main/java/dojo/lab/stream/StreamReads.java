package dojo.lab.stream;

import dojo.lab.item.TableShapes;
import dojo.lab.law.Call;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Refusals;
import dojo.lab.law.Site;
import dojo.lab.stream.TableStream.Identity;
import dojo.lab.stream.TableStream.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;
import software.amazon.awssdk.services.dynamodb.model.SequenceNumberRange;
import software.amazon.awssdk.services.dynamodb.model.ShardFilter;
import software.amazon.awssdk.services.dynamodb.model.ShardFilterType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.Stream;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;

/** The four operations of DynamoDB Streams. */
final class StreamReads {

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "ListStreams and DescribeStream answer with at most 100 streams or shards at once.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_DescribeStream.html")
    private static final int MOST_IN_A_LIST = 100;

    @Fidelity(
            level = Level.DOCUMENTED,
            says = "GetRecords answers with at most 1,000 records.",
            source = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html",
            fact = "stream.records",
            unit = "records")
    private static final int MOST_RECORDS = 1000;

    private final Streams streams;
    private final StreamSettings settings;
    private final Site site;

    StreamReads(Streams streams, StreamSettings settings, Site site) {
        this.streams = streams;
        this.settings = settings;
        this.site = site;
    }

    ListStreamsResponse list(ListStreamsRequest list) {
        int limit = limit(list.limit(), MOST_IN_A_LIST);
        List<Identity> found = streams.all(now()).stream()
                .map(TableStream::identity)
                .filter(stream -> list.tableName() == null || stream.table().equals(TableShapes.name(list.tableName())))
                .filter(stream -> list.exclusiveStartStreamArn() == null
                        || stream.arn().compareTo(list.exclusiveStartStreamArn()) > 0)
                .toList();
        List<Identity> page = found.subList(0, Math.min(limit, found.size()));
        return ListStreamsResponse.builder()
                .streams(page.stream()
                        .map(stream -> Stream.builder()
                                .streamArn(stream.arn())
                                .streamLabel(stream.label())
                                .tableName(stream.table())
                                .build())
                        .toList())
                .lastEvaluatedStreamArn(
                        page.size() < found.size() ? page.get(page.size() - 1).arn() : null)
                .build();
    }

    DescribeStreamResponse describe(DescribeStreamRequest describe) {
        TableStream stream = find(describe.streamArn());
        Instant now = now();
        int limit = limit(describe.limit(), MOST_IN_A_LIST);
        List<Shard> shards = filtered(stream.shards(now), describe.shardFilter());
        int from = from(shards, describe.exclusiveStartShardId());
        List<Shard> page = shards.subList(from, Math.min(from + limit, shards.size()));
        Identity identity = stream.identity();
        return DescribeStreamResponse.builder()
                .streamDescription(StreamDescription.builder()
                        .streamArn(identity.arn())
                        .streamLabel(identity.label())
                        .streamStatus(stream.isEnabled() ? StreamStatus.ENABLED : StreamStatus.DISABLED)
                        .streamViewType(identity.view())
                        .creationRequestDateTime(identity.created())
                        .tableName(identity.table())
                        .keySchema(identity.keySchema())
                        .shards(page.stream().map(StreamReads::described).toList())
                        .lastEvaluatedShardId(
                                from + page.size() < shards.size()
                                        ? page.get(page.size() - 1).id()
                                        : null)
                        .build())
                .build();
    }

    GetShardIteratorResponse iterator(GetShardIteratorRequest get) {
        TableStream stream = find(get.streamArn());
        @Nullable ShardIteratorType type = get.shardIteratorType();
        if (type == null || type == ShardIteratorType.UNKNOWN_TO_SDK_VERSION || get.shardId() == null) {
            throw Refusals.validation("1 validation error detected: Value '"
                    + (get.shardId() == null
                            ? "null' at 'shardId"
                            : get.shardIteratorTypeAsString() + "' at 'shardIteratorType")
                    + "' failed to satisfy constraint: Member must not be null, and a type must be one of"
                    + " [AFTER_SEQUENCE_NUMBER, LATEST, AT_SEQUENCE_NUMBER, TRIM_HORIZON]");
        }
        boolean numbered =
                type == ShardIteratorType.AT_SEQUENCE_NUMBER || type == ShardIteratorType.AFTER_SEQUENCE_NUMBER;
        if (!numbered && get.sequenceNumber() != null) {
            throw Refusals.validation("One or more parameter values were invalid: SequenceNumber should not be passed"
                    + " for this iterator type");
        }
        Position position = stream.begin(get.shardId(), type, get.sequenceNumber(), now());
        return GetShardIteratorResponse.builder()
                .shardIterator(position.iterator())
                .build();
    }

    GetRecordsResponse records(Call call, GetRecordsRequest get) {
        Position position = Position.of(get.shardIterator());
        int limit = limit(get.limit(), MOST_RECORDS);
        Instant now = now();
        if (!now.isBefore(position.issued().plus(settings.iteratorLife()))) {
            site.trace()
                    .say(
                            call,
                            StreamLaw.NAME,
                            "the iterator of " + position.issued() + " has outlived its "
                                    + settings.iteratorLife().toMinutes() + " minutes");
            throw Refusals.expiredIterator();
        }
        TableStream stream = find(position.streamArn());
        Page page = stream.read(position, limit, now);
        return GetRecordsResponse.builder()
                .records(page.entries().stream()
                        .map(entry -> StreamRecords.of(stream.identity(), entry))
                        .toList())
                .nextShardIterator(
                        page.ended()
                                ? null
                                : position.next(page.lastRead(), now).iterator())
                .build();
    }

    private TableStream find(@Nullable String arn) {
        return streams.named(arn, now())
                .orElseThrow(() -> Refusals.notFound("Requested resource not found: Stream: " + arn + " not found"));
    }

    private static List<Shard> filtered(List<Shard> shards, @Nullable ShardFilter filter) {
        if (filter == null) {
            return shards;
        }
        if (filter.type() != ShardFilterType.CHILD_SHARDS) {
            throw Refusals.validation("1 validation error detected: Value '" + filter.typeAsString()
                    + "' at 'shardFilter.type' failed to satisfy constraint: Member must be CHILD_SHARDS");
        }
        return shards.stream()
                .filter(shard -> filter.shardId() != null
                        && shard.parent().filter(filter.shardId()::equals).isPresent())
                .toList();
    }

    private static int from(List<Shard> shards, @Nullable String exclusiveStart) {
        if (exclusiveStart == null) {
            return 0;
        }
        for (int i = 0; i < shards.size(); i++) {
            if (shards.get(i).id().equals(exclusiveStart)) {
                return i + 1;
            }
        }
        throw Refusals.notFound("Requested resource not found: Shard: " + exclusiveStart + " not found");
    }

    private static software.amazon.awssdk.services.dynamodb.model.Shard described(Shard shard) {
        return software.amazon.awssdk.services.dynamodb.model.Shard.builder()
                .shardId(shard.id())
                .parentShardId(shard.parent().orElse(null))
                .sequenceNumberRange(SequenceNumberRange.builder()
                        .startingSequenceNumber(SequenceNumber.text(shard.first()))
                        .endingSequenceNumber(
                                shard.last().map(SequenceNumber::text).orElse(null))
                        .build())
                .build();
    }

    private static int limit(@Nullable Integer wanted, int most) {
        if (wanted == null) {
            return most;
        }
        if (wanted < 1) {
            throw Refusals.validation("1 validation error detected: Value '" + wanted
                    + "' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1");
        }
        if (wanted > most) {
            throw Refusals.validation("1 validation error detected: Value '" + wanted
                    + "' at 'limit' failed to satisfy constraint: Member must have value less than or equal to "
                    + most);
        }
        return wanted;
    }

    private Instant now() {
        return site.clock().instant();
    }
}
