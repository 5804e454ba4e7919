package dojo.lab.stream;

import dojo.lab.Lab;
import dojo.lab.Laws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** A lab with one table that has a stream. */
final class Streamed implements AutoCloseable {

    static final String TABLE = "sessions";

    /** One shard, no delay, four hours a shard, 24 hours of records, 15 minutes an iterator, two readers a shard. */
    static final StreamSettings PLAIN = StreamSettings.real().shards(1).delay(Duration.ZERO, Duration.ZERO);

    final Lab lab;

    Streamed(StreamSettings settings) {
        this(Laws.off().with(settings), StreamViewType.NEW_AND_OLD_IMAGES);
    }

    Streamed(Laws laws, StreamViewType view) {
        lab = Lab.under(laws);
        createTable(view);
    }

    void createTable(StreamViewType view) {
        lab.client()
                .createTable(table().streamSpecification(StreamSpecification.builder()
                                .streamEnabled(true)
                                .streamViewType(view)
                                .build())
                        .build());
    }

    static CreateTableRequest.Builder table() {
        return CreateTableRequest.builder()
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("PK")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("PK")
                        .attributeType(ScalarAttributeType.S)
                        .build());
    }

    void put(String key, String text) {
        lab.client()
                .putItem(put -> put.tableName(TABLE)
                        .item(Map.of("PK", AttributeValue.fromS(key), "text", AttributeValue.fromS(text))));
    }

    void delete(String key) {
        lab.client().deleteItem(delete -> delete.tableName(TABLE).key(Map.of("PK", AttributeValue.fromS(key))));
    }

    void pass(Duration step) {
        lab.clock().advance(step);
    }

    String arn() {
        return lab.client()
                .describeTable(describe -> describe.tableName(TABLE))
                .table()
                .latestStreamArn();
    }

    StreamDescription describe() {
        return lab.streams()
                .describeStream(DescribeStreamRequest.builder().streamArn(arn()).build())
                .streamDescription();
    }

    List<Shard> shards() {
        return describe().shards();
    }

    String iterator(Shard shard, ShardIteratorType type, @Nullable String sequenceNumber) {
        return lab.streams()
                .getShardIterator(GetShardIteratorRequest.builder()
                        .streamArn(arn())
                        .shardId(shard.shardId())
                        .shardIteratorType(type)
                        .sequenceNumber(sequenceNumber)
                        .build())
                .shardIterator();
    }

    GetRecordsResponse records(String iterator) {
        return lab.streams()
                .getRecords(GetRecordsRequest.builder().shardIterator(iterator).build());
    }

    /** All records of the shard that can be read by now. */
    List<Record> read(Shard shard) {
        return records(iterator(shard, ShardIteratorType.TRIM_HORIZON, null)).records();
    }

    /** All records of all shards, in the order of the shards. */
    List<Record> readAll() {
        List<Record> all = new ArrayList<>();
        shards().forEach(shard -> all.addAll(read(shard)));
        return all;
    }

    static String pk(Record record) {
        return text(record.dynamodb().keys(), "PK");
    }

    static String text(Map<String, AttributeValue> item, String attribute) {
        return String.valueOf(Objects.requireNonNull(item.get(attribute)).s());
    }

    @Override
    public void close() {
        lab.close();
    }
}
