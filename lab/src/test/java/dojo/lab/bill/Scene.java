package dojo.lab.bill;

import dojo.lab.Lab;
import dojo.lab.item.ItemSize;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A lab with a table of each shape the tests need, and short words for items. */
final class Scene implements AutoCloseable {

    final Lab lab = Lab.open();
    final DynamoDbClient ddb = lab.client();

    /** The store's own word: its {@code ConsumedCapacity} is DynamoDB Local's. */
    final DynamoDbClient local = lab.backstage();

    /** Key PK and SK, all strings; no index. */
    String plain() {
        return plain(lab.newTableName());
    }

    String plain(String name) {
        local.createTable(table(name).build());
        return name;
    }

    /** Key id, a number; no index. */
    String numbered() {
        String name = lab.newTableName();
        var id = AttributeDefinition.builder().attributeName("id").attributeType(ScalarAttributeType.N);
        local.createTable(create -> create.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(hash("id"))
                .attributeDefinitions(id.build()));
        return name;
    }

    /**
     * Key PK and SK, and an index of each projection: {@code by-kind} (key kind, ALL), {@code by-holder} (key holder and
     * rank, KEYS_ONLY), {@code by-place} (key city+street and house, INCLUDE note), {@code by-posted} (local, key posted,
     * INCLUDE note).
     */
    String indexed() {
        String name = lab.newTableName();
        local.createTable(withGlobalIndexes(name)
                .attributeDefinitions(
                        strings("PK", "SK", "kind", "holder", "grade", "city", "street", "house", "posted"))
                .localSecondaryIndexes(LocalSecondaryIndex.builder()
                        .indexName("by-posted")
                        .keySchema(hash("PK"), range("posted"))
                        .projection(include("note"))
                        .build())
                .build());
        return name;
    }

    /** The same without the local index: Local adds 100 bytes to the price of each of its entries. */
    String globallyIndexed() {
        String name = lab.newTableName();
        local.createTable(withGlobalIndexes(name).build());
        return name;
    }

    Bill billOf(Runnable work) {
        int mark = lab.meter().mark();
        work.run();
        return lab.meter().billSince(mark);
    }

    String lastLine() {
        List<RequestLine> lines = lab.meter().lines();
        return lines.get(lines.size() - 1).toString();
    }

    @Override
    public void close() {
        lab.close();
    }

    /** What an index took of the capacity, wherever it is listed; nothing if it is not. */
    static double unitsOf(String index, ConsumedCapacity capacity) {
        return Stream.of(capacity.globalSecondaryIndexes(), capacity.localSecondaryIndexes())
                .flatMap(indexes -> indexes.entrySet().stream())
                .filter(entry -> entry.getKey().equals(index))
                .mapToDouble(entry -> entry.getValue().capacityUnits())
                .sum();
    }

    static AttributeValue s(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue n(String value) {
        return AttributeValue.fromN(value);
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        return item("PK", s(partition), "SK", s(sort));
    }

    /** Attributes in turn: name, value, name, value. */
    static Map<String, AttributeValue> item(Object... namesAndValues) {
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            item.put((String) namesAndValues[i], (AttributeValue) namesAndValues[i + 1]);
        }
        return item;
    }

    static Map<String, AttributeValue> with(Map<String, AttributeValue> item, Object... namesAndValues) {
        Map<String, AttributeValue> more = new LinkedHashMap<>(item);
        more.putAll(item(namesAndValues));
        return more;
    }

    /** An item of exactly so many bytes by the documented rule: names, key values, and a body for the rest. */
    static Map<String, AttributeValue> sized(Map<String, AttributeValue> item, int bytes) {
        int rest = bytes - (int) ItemSize.bytes(item) - "body".length();
        return with(item, "body", s("x".repeat(rest)));
    }

    private static CreateTableRequest.Builder table(String name) {
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(hash("PK"), range("SK"))
                .attributeDefinitions(strings("PK", "SK"));
    }

    private static CreateTableRequest.Builder withGlobalIndexes(String name) {
        return table(name)
                .attributeDefinitions(strings("PK", "SK", "kind", "holder", "grade", "city", "street", "house"))
                .globalSecondaryIndexes(
                        global("by-kind", all(), hash("kind")),
                        global("by-holder", keysOnly(), hash("holder"), range("grade")),
                        global("by-place", include("note"), hash("city"), hash("street"), range("house")));
    }

    private static GlobalSecondaryIndex global(String name, Projection projection, KeySchemaElement... key) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(key)
                .projection(projection)
                .build();
    }

    private static Projection all() {
        return Projection.builder().projectionType(ProjectionType.ALL).build();
    }

    private static Projection keysOnly() {
        return Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build();
    }

    private static Projection include(String... attributes) {
        return Projection.builder()
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(attributes)
                .build();
    }

    private static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    private static KeySchemaElement range(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.RANGE)
                .build();
    }

    private static List<AttributeDefinition> strings(String... names) {
        return Arrays.stream(names)
                .map(name -> AttributeDefinition.builder()
                        .attributeName(name)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .toList();
    }
}
