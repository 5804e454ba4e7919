package dojo.lab.bill;

import static dojo.lab.bill.Scene.item;
import static dojo.lab.bill.Scene.key;
import static dojo.lab.bill.Scene.n;
import static dojo.lab.bill.Scene.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Where DynamoDB Local is right, our own rules must give the same numbers, in the same shape. */
class AgreesWithLocalTest {

    private static final int STEPS = 120;

    private final Scene scene = new Scene();
    private String ours;
    private String theirs;

    @BeforeEach
    void two_tables_of_the_same_shape() {
        ours = scene.globallyIndexed();
        theirs = scene.globallyIndexed();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4000, 50000})
    void on_random_items_and_operations(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int step = 0; step < STEPS; step++) {
            BiFunction<DynamoDbClient, String, ConsumedCapacity> operation = operation(random);
            ConsumedCapacity billed = operation.apply(scene.ddb, ours);
            ConsumedCapacity reported = operation.apply(scene.local, theirs);
            if (reported.capacityUnits() == 0) {
                // A page without an item: Local says it is free.
                continue;
            }
            assertThat(billed)
                    .as("step %d of seed %d: %s", step, seed, scene.lastLine())
                    .isEqualTo(reported.toBuilder().tableName(ours).build());
        }
    }

    private static BiFunction<DynamoDbClient, String, ConsumedCapacity> operation(SplittableRandom random) {
        Map<String, AttributeValue> key = key("p" + random.nextInt(2), "s" + random.nextInt(3));
        Map<String, AttributeValue> item = randomItem(random, key);
        boolean strong = random.nextBoolean();
        ReturnConsumedCapacity detail =
                random.nextBoolean() ? ReturnConsumedCapacity.TOTAL : ReturnConsumedCapacity.INDEXES;
        int length = random.nextInt(3000);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                (ddb, table) -> ddb.putItem(
                                put -> put.tableName(table).item(item).returnConsumedCapacity(detail))
                        .consumedCapacity();
            case 3 ->
                (ddb, table) -> ddb.updateItem(update -> update.tableName(table)
                                .key(key)
                                .updateExpression(
                                        "SET note = :note, kind = if_not_exists(kind, :kind) REMOVE city, street, house")
                                .expressionAttributeValues(
                                        Map.of(":note", s("n".repeat(length)), ":kind", s("k" + length % 2)))
                                .returnConsumedCapacity(detail))
                        .consumedCapacity();
            case 4 ->
                (ddb, table) -> ddb.deleteItem(
                                delete -> delete.tableName(table).key(key).returnConsumedCapacity(detail))
                        .consumedCapacity();
            case 5 ->
                (ddb, table) -> ddb.getItem(get -> get.tableName(table)
                                .key(key)
                                .consistentRead(strong)
                                .returnConsumedCapacity(detail))
                        .consumedCapacity();
            case 6 ->
                (ddb, table) -> ddb.batchWriteItem(batch ->
                                batch.requestItems(Map.of(table, puts(item))).returnConsumedCapacity(detail))
                        .consumedCapacity()
                        .get(0);
            default ->
                (ddb, table) -> ddb.scan(scan -> scan.tableName(table)
                                .consistentRead(strong)
                                .filterExpression("attribute_exists(holder)")
                                .limit(1 + length % 5)
                                .returnConsumedCapacity(detail))
                        .consumedCapacity();
        };
    }

    private static List<WriteRequest> puts(Map<String, AttributeValue> item) {
        return List.of(WriteRequest.builder()
                .putRequest(PutRequest.builder().item(item).build())
                .build());
    }

    private static Map<String, AttributeValue> randomItem(SplittableRandom random, Map<String, AttributeValue> key) {
        Map<String, AttributeValue> item = item();
        item.putAll(key);
        for (String indexed : List.of("kind", "note")) {
            if (random.nextInt(4) > 0) {
                item.put(indexed, s(indexed.substring(0, 1).repeat(1 + random.nextInt(3))));
            }
        }
        // All or none: Local bills an index with a key of several attributes for items that have only some of them.
        if (random.nextBoolean()) {
            item.putAll(item("holder", s("h" + random.nextInt(3)), "grade", s("g" + random.nextInt(2))));
        }
        if (random.nextBoolean()) {
            item.putAll(item("city", s("c" + random.nextInt(3)), "street", s("main"), "house", s("4")));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            item.put("x" + i, value(random, 2));
        }
        return item;
    }

    private static AttributeValue value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 8)) {
            case 0 -> s("é".repeat(random.nextInt(900)));
            case 1 -> n(Long.toString(random.nextLong()));
            case 2 -> n(random.nextInt(-9999, 9999) + "E" + random.nextInt(-20, 20));
            case 3 -> AttributeValue.fromB(SdkBytes.fromByteArray(new byte[random.nextInt(2000)]));
            case 4 -> AttributeValue.fromBool(random.nextBoolean());
            case 5 -> AttributeValue.fromNul(true);
            case 6 ->
                AttributeValue.fromSs(List.of("one", "two" + random.nextInt(9), "drei".repeat(random.nextInt(99) + 1)));
            case 7 -> AttributeValue.fromNs(List.of("1." + random.nextInt(9), "-" + (2 + random.nextInt(9999))));
            case 8 -> {
                List<AttributeValue> elements = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    elements.add(value(random, depth - 1));
                }
                yield AttributeValue.fromL(elements);
            }
            default -> {
                Map<String, AttributeValue> entries = item();
                for (int i = random.nextInt(5); i > 0; i--) {
                    entries.put("entry" + i, value(random, depth - 1));
                }
                yield AttributeValue.fromM(entries);
            }
        };
    }
}
