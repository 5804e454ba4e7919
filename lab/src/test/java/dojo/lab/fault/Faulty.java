package dojo.lab.fault;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.bill.Bill;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** A lab under faults alone, with a table of sessions, key PK and SK, that has a stream. */
final class Faulty implements AutoCloseable {

    static final String TABLE = "sessions";

    final Lab lab;
    final DynamoDbClient ddb;
    final FaultLaw faults;

    Faulty(FaultRule... rules) {
        this(7, FaultSettings.of(rules));
    }

    Faulty(long seed, FaultSettings settings) {
        lab = Lab.under(Laws.off().seed(seed).with(settings));
        ddb = lab.client();
        faults = lab.law(FaultLaw.class);
        create(TABLE);
    }

    void create(String table) {
        lab.backstage()
                .createTable(create -> create.tableName(table)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(key("PK", KeyType.HASH), key("SK", KeyType.RANGE))
                        .attributeDefinitions(text("PK"), text("SK"))
                        .streamSpecification(
                                stream -> stream.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY)));
    }

    /** Key id, a number. */
    void createNumbered(String table) {
        AttributeDefinition id = AttributeDefinition.builder()
                .attributeName("id")
                .attributeType(ScalarAttributeType.N)
                .build();
        lab.backstage()
                .createTable(create -> create.tableName(table)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(key("id", KeyType.HASH))
                        .attributeDefinitions(id));
    }

    void put(String session) {
        ddb.putItem(put -> put.tableName(TABLE).item(item(session)));
    }

    void putIfAbsent(String session) {
        ddb.putItem(put -> put.tableName(TABLE).item(item(session)).conditionExpression("attribute_not_exists(PK)"));
    }

    void get(String session) {
        ddb.getItem(get -> get.tableName(TABLE).key(item(session)));
    }

    /** Looked up behind the laws. */
    boolean holds(String session) {
        return lab.backstage()
                .getItem(get -> get.tableName(TABLE).key(item(session)))
                .hasItem();
    }

    int size() {
        return lab.backstage().scan(scan -> scan.tableName(TABLE)).count();
    }

    Bill bill() {
        return lab.meter().billSince(0);
    }

    String firstLine() {
        return lab.meter().lines().get(0).toString();
    }

    List<String> trace() {
        return lab.trace().lines().stream().map(line -> line.words()).toList();
    }

    static Map<String, AttributeValue> item(String session) {
        return Map.of("PK", AttributeValue.fromS(session), "SK", AttributeValue.fromS("META"));
    }

    @Override
    public void close() {
        lab.close();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
