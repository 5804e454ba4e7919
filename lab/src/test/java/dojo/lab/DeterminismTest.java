package dojo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.RequestLine;
import dojo.lab.capacity.CapacitySettings;
import dojo.lab.law.TraceLine;
import dojo.lab.time.Scenario;
import dojo.lab.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Same seed, same workload: the same trace to the byte, under all laws at their worst and with eight tasks at once. */
class DeterminismTest {

    private static final String TABLE = "shared";
    private static final int RUNS = 100;
    private static final int TASKS = 8;
    private static final int OPERATIONS = 5;

    @Test
    void a_hundred_runs_of_one_seed_leave_the_same_trace() {
        String once = run(2026);
        assertThat(once)
                .as("the laws that have something to decide here")
                .contains(" faults: ", " capacity: throttled", " conflicts: ", " regions: ", " replication: ");
        // Labs have nothing in common, so that they may run at the same time.
        IntStream.range(1, RUNS).parallel().forEach(run -> assertThat(run(2026)).isEqualTo(once));
    }

    @Test
    void another_seed_leaves_another_trace() {
        assertThat(run(1)).isNotEqualTo(run(2));
    }

    /** The trace, and after it what every caller got and what every request cost. */
    private static String run(long seed) {
        VirtualClock clock = new VirtualClock();
        List<String> outcomes = new ArrayList<>();
        try (Lab lab = Lab.under(allLaws().seed(seed), clock)) {
            createTable(lab.backstage());
            Scenario scenario = Scenario.on(clock, seed);
            for (int t = 0; t < TASKS; t++) {
                // The workload is the same for every seed.
                SplittableRandom random = new SplittableRandom(t);
                String name = "task " + t;
                scenario.task(name, () -> {
                    for (int i = 0; i < OPERATIONS; i++) {
                        String outcome = attempt(lab.client(), random.nextInt(7), "item " + random.nextInt(3));
                        outcomes.add(clock.instant() + " " + name + " " + outcome);
                    }
                });
            }
            scenario.run();
            clock.advance(Duration.ofDays(3));
            return Stream.of(
                            lab.trace().lines().stream().map(TraceLine::toString),
                            outcomes.stream(),
                            lab.meter().lines().stream().map(RequestLine::toString))
                    .flatMap(lines -> lines)
                    .reduce("", (all, line) -> all + line + "\n");
        }
    }

    private static String attempt(DynamoDbClient ddb, int kind, String id) {
        try {
            return String.valueOf(operation(ddb, kind, id));
        } catch (SdkException e) {
            return e.toString();
        }
    }

    private static Object operation(DynamoDbClient ddb, int kind, String id) {
        return switch (kind) {
            case 0 -> ddb.putItem(put -> put.tableName(TABLE).item(item(id)));
            case 1 ->
                ddb.updateItem(update -> update.tableName(TABLE)
                        .key(item(id))
                        .updateExpression("ADD n :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
            case 2 -> ddb.getItem(get -> get.tableName(TABLE).key(item(id)));
            case 3 ->
                ddb.query(QueryRequest.builder()
                        .tableName(TABLE)
                        .keyConditionExpression("id = :id")
                        .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(id)))
                        .build());
            case 4 -> ddb.transactGetItems(reading(id));
            case 5 -> ddb.batchWriteItem(batch(id));
            default -> ddb.transactWriteItems(writing(id));
        };
    }

    private static TransactWriteItemsRequest writing(String id) {
        TransactWriteItem[] actions = Stream.of(id, "item 0 too")
                .map(each -> TransactWriteItem.builder()
                        .update(Update.builder()
                                .tableName(TABLE)
                                .key(item(each))
                                .updateExpression("ADD n :one")
                                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                                .build())
                        .build())
                .toArray(TransactWriteItem[]::new);
        return TransactWriteItemsRequest.builder().transactItems(actions).build();
    }

    private static TransactGetItemsRequest reading(String id) {
        return TransactGetItemsRequest.builder()
                .transactItems(TransactGetItem.builder()
                        .get(Get.builder().tableName(TABLE).key(item(id)).build())
                        .build())
                .build();
    }

    private static BatchWriteItemRequest batch(String id) {
        List<WriteRequest> puts = Stream.of(id, "of a batch")
                .map(each -> WriteRequest.builder()
                        .putRequest(PutRequest.builder().item(item(each)).build())
                        .build())
                .toList();
        return BatchWriteItemRequest.builder().requestItems(Map.of(TABLE, puts)).build();
    }

    private static Map<String, AttributeValue> item(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    private static void createTable(DynamoDbClient ddb) {
        ddb.createTable(CreateTableRequest.builder()
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .build());
    }

    /** Every law in the book, as its settings at their worst make it. */
    private static Laws allLaws() {
        Laws laws = Laws.off();
        List<LawBook.Chapter<?>> book = Stream.concat(LawBook.BEFORE_ITEMS.stream(), LawBook.BEHIND_ITEMS.stream())
                .toList();
        for (LawBook.Chapter<?> chapter : book) {
            laws = laws.with(chaos(chapter.settings()));
        }
        // So little that the tasks are throttled, and the SDK comes again.
        return laws.with(CapacitySettings.chaos().scaledBy(0.002));
    }

    private static Record chaos(Class<? extends Record> settings) {
        try {
            return (Record) settings.getMethod("chaos").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(settings.getSimpleName() + " has no chaos().", e);
        }
    }
}
