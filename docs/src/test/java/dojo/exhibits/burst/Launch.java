package dojo.exhibits.burst;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.lab.Lab;
import dojo.lab.junit.Traffic;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A launch: writes from many customers at once, on a table made for it. All limits are a hundredth of the real ones. */
final class Launch {

    static final int WRITES = 320;
    static final Duration TIME = Duration.ofSeconds(4);

    private final Lab lab;
    private final String table;

    private Launch(Lab lab, String table) {
        this.lab = lab;
        this.table = table;
    }

    static Launch onNewTable(Lab lab) {
        return new Launch(lab, create(lab, table -> {}));
    }

    /** Warm for twice the writes that a new table serves. */
    static Launch onWarmTable(Lab lab) {
        return new Launch(
                lab,
                create(
                        lab,
                        // tag::warm[]
                        table -> table.warmThroughput(
                                units -> units.readUnitsPerSecond(120L).writeUnitsPerSecond(80L))
                        // end::warm[]
                        ));
    }

    private static String create(Lab lab, Consumer<CreateTableRequest.Builder> warmth) {
        String name = lab.newTableName();
        var key = KeySchemaElement.builder().attributeName("PK").keyType(KeyType.HASH);
        var type = AttributeDefinition.builder().attributeName("PK").attributeType(ScalarAttributeType.S);
        lab.client()
                .createTable(table -> table.tableName(name)
                        .keySchema(key.build())
                        .attributeDefinitions(type.build())
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .applyMutation(warmth));
        return name;
    }

    /** How many of the writes, evenly spread over the time, are throttled. */
    int throttled(IntFunction<String> customer) {
        var traffic = Traffic.on(lab);
        return traffic.throttled(
                WRITES,
                TIME,
                i -> traffic.client()
                        .putItem(put ->
                                put.tableName(table).item(Map.of("PK", fromS("CUSTOMER#" + customer.apply(i))))));
    }
}
