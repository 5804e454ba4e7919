package dojo.lab.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.conflict.ConflictSettings;
import dojo.lab.time.VirtualClock;
import dojo.lab.time.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class PaceTest {

    private static final Map<String, AttributeValue> ITEM = Map.of("id", AttributeValue.fromS("a"));

    private static final PaceSettings ODD = new PaceSettings(
            Duration.ofMillis(3), Duration.ofMillis(5), Duration.ofMillis(7), Duration.ofMillis(11), 0);

    private final VirtualClock clock = new VirtualClock();

    @Test
    void each_kind_of_request_takes_its_own_time() {
        try (Lab lab = lab(Laws.off().with(ODD))) {
            DynamoDbClient ddb = lab.client();
            assertThat(time(() -> ddb.putItem(put -> put.tableName("paced").item(ITEM))))
                    .isEqualTo(Duration.ofMillis(5));
            assertThat(time(() ->
                            ddb.deleteItem(delete -> delete.tableName("paced").key(ITEM))))
                    .isEqualTo(Duration.ofMillis(5));
            assertThat(time(() -> ddb.getItem(get -> get.tableName("paced").key(ITEM))))
                    .isEqualTo(Duration.ofMillis(3));
            assertThat(time(() -> ddb.scan(scan -> scan.tableName("paced")))).isEqualTo(Duration.ofMillis(3));
            assertThat(time(() -> ddb.transactGetItems(reading()))).isEqualTo(Duration.ofMillis(7));
            assertThat(time(() -> ddb.transactWriteItems(writing()))).isEqualTo(Duration.ofMillis(11));
            assertThat(time(() -> ddb.executeStatement(one -> one.statement("SELECT * FROM paced WHERE id = 'a'"))))
                    .isEqualTo(Duration.ofMillis(3));
            assertThat(time(() -> ddb.executeStatement(one -> one.statement("UPDATE paced SET n = 1 WHERE id = 'a'"))))
                    .isEqualTo(Duration.ofMillis(5));
            assertThat(time(() -> ddb.describeTable(describe -> describe.tableName("paced"))))
                    .isEqualTo(Duration.ZERO);
            assertThat(time(() -> lab.backstage().scan(scan -> scan.tableName("paced"))))
                    .isEqualTo(Duration.ZERO);
        }
    }

    /**
     * Single-item transactions against single operations, from the figures of the paper.
     *
     * @see <a href="https://www.usenix.org/conference/atc23/presentation/idziorek">Distributed Transactions at Scale in
     *     Amazon DynamoDB, section 6</a>
     */
    @Test
    void a_transaction_takes_as_many_times_as_long_as_in_the_paper() {
        Laws laws = Laws.off().with(PaceSettings.real()).with(ConflictSettings.real());
        try (Lab lab = lab(laws)) {
            DynamoDbClient ddb = lab.client();
            double get = mean(() -> ddb.getItem(one -> one.tableName("paced").key(ITEM)));
            double put = mean(() -> ddb.putItem(one -> one.tableName("paced").item(ITEM)));
            // A little under two, and about four.
            assertThat(mean(() -> ddb.transactGetItems(reading())) / get).isBetween(1.7, 2.0);
            assertThat(mean(() -> ddb.transactWriteItems(writing())) / put).isBetween(3.6, 4.4);
        }
    }

    @Test
    void times_vary_by_the_seed_and_within_their_jitter() {
        List<Duration> once = puts(1);
        assertThat(puts(1)).isEqualTo(once);
        assertThat(puts(2)).isNotEqualTo(once);
        // 4 ms, half of it more or less.
        assertThat(once).allSatisfy(time -> assertThat(time).isBetween(Duration.ofMillis(2), Duration.ofMillis(6)));
        assertThat(once).doesNotHaveDuplicates();
    }

    @Test
    @Timeout(30)
    void on_a_wall_clock_nobody_waits() {
        PaceSettings slow =
                new PaceSettings(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1), 0);
        try (Lab lab = Lab.under(Laws.off().with(slow), WallClock.system())) {
            createTable(lab);
            lab.client().putItem(put -> put.tableName("paced").item(ITEM));
            assertThat(lab.client().scan(scan -> scan.tableName("paced")).count())
                    .isEqualTo(1);
        }
    }

    @Test
    void settings_that_make_no_sense_are_refused_with_the_remedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PaceSettings(Duration.ofMillis(-1), Duration.ZERO, Duration.ZERO, Duration.ZERO, 0))
                .withMessage("A request cannot take PT-0.001S. Give a duration of zero or more.");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PaceSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Double.NaN))
                .withMessageContaining("a number from 0 to 1");
    }

    private List<Duration> puts(long seed) {
        try (Lab lab = lab(Laws.off().with(PaceSettings.real()).seed(seed))) {
            return List.of(1, 2, 3, 4, 5, 6, 7, 8).stream()
                    .map(i -> time(() ->
                            lab.client().putItem(put -> put.tableName("paced").item(ITEM))))
                    .toList();
        }
    }

    private double mean(Runnable request) {
        int times = 100;
        Duration all = time(() -> {
            for (int i = 0; i < times; i++) {
                request.run();
            }
        });
        return all.toNanos() / (double) times;
    }

    private Duration time(Runnable request) {
        Instant start = clock.instant();
        request.run();
        return Duration.between(start, clock.instant());
    }

    private Lab lab(Laws laws) {
        Lab lab = Lab.under(laws, clock);
        createTable(lab);
        return lab;
    }

    private static TransactGetItemsRequest reading() {
        return TransactGetItemsRequest.builder()
                .transactItems(TransactGetItem.builder()
                        .get(Get.builder().tableName("paced").key(ITEM).build())
                        .build())
                .build();
    }

    private static TransactWriteItemsRequest writing() {
        return TransactWriteItemsRequest.builder()
                .transactItems(TransactWriteItem.builder()
                        .put(Put.builder().tableName("paced").item(ITEM).build())
                        .build())
                .build();
    }

    private static void createTable(Lab lab) {
        lab.backstage()
                .createTable(CreateTableRequest.builder()
                        .tableName("paced")
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
}
