package dojo.lab.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class GrowthTest {
    private final List<String> shown = new ArrayList<>();
    private Lab lab;

    @BeforeEach
    void open() {
        lab = Lab.open();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void what_reads_only_what_it_was_asked_for_is_flat() {
        Growth growth = growth(GrowthTest::notes)
                .pattern("latest", size -> "n" + 3 * size, (ddb, table) -> latest(ddb, table, 1));

        growth.assertThatTheTableFits();
        growth.assertThatEverythingFits();
        growth.assertThatAnswersAreRight(entry -> shown.add(entry.toString()));
        assertThat(shown).isEmpty();
        growth.assertThatNothingGrows(entry -> shown.addAll(entry.values()));
        assertThat(shown.get(0).lines())
                .containsExactly(
                        "read units       1x      10x     100x",
                        "latest          0.5      0.5      0.5   flat",
                        "items             3       30      300",
                        "hint: however much there is, the table has 1 partition key.",
                        "      One partition takes 1,000 write units a second.");
    }

    @Test
    void what_reads_everything_grows_although_its_answer_is_right() {
        Growth growth = growth(GrowthTest::notes)
                .pattern("latest", size -> "n" + 3 * size, (ddb, table) -> latest(ddb, table, 1_000));

        growth.assertThatAnswersAreRight(entry -> shown.add(entry.toString()));
        assertThatThrownBy(() -> growth.assertThatNothingGrows(entry -> shown.addAll(entry.values())))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("the price of latest grows");
        assertThat(shown.get(0)).contains("latest          0.5      4.0     38.0   grows");
    }

    @Test
    void a_wrong_answer_is_named_with_its_size_before_any_price() {
        Growth growth = growth(GrowthTest::notes)
                .pattern("latest", size -> size < 10 ? "n3" : "n7", (ddb, table) -> latest(ddb, table, 1));

        assertThatThrownBy(() -> growth.assertThatAnswersAreRight(entry -> shown.addAll(entry.values())))
                .isInstanceOfSatisfying(AssertionFailedError.class, failure -> {
                    assertThat(failure).hasMessageContaining("At 10x the data, latest does not find");
                    assertThat(failure.getExpected().getValue()).isEqualTo("n7");
                    assertThat(failure.getActual().getValue()).isEqualTo("n30");
                });
        assertThat(shown.get(0)).contains("wrong");
    }

    @Test
    void a_request_that_is_refused_is_a_wrong_answer() {
        Growth growth = growth(GrowthTest::notes)
                .pattern(
                        "latest",
                        size -> "n1",
                        (ddb, table) ->
                                ddb.query(query -> query.tableName(table)).toString());

        assertThatThrownBy(() -> growth.assertThatAnswersAreRight(entry -> {}))
                .isInstanceOfSatisfying(
                        AssertionFailedError.class,
                        failure -> assertThat(String.valueOf(failure.getActual().getValue()))
                                .startsWith("refused: ValidationException"));
    }

    @Test
    void two_items_with_one_key_are_both_shown() {
        Growth growth = growth(size -> List.of(note("n1", "first"), note("n1", "second")));

        assertThatThrownBy(growth::assertThatEverythingFits)
                .hasMessage("Two items have the key {PK=notes, SK=n1}, so the second replaces the first.");
    }

    @Test
    void an_item_that_is_refused_is_found_in_its_batch() {
        Growth growth = growth(size -> List.of(
                note("n1", "fits"), Map.of("PK", AttributeValue.fromS("notes"), "SK", AttributeValue.fromN("2"))));

        assertThatThrownBy(growth::assertThatEverythingFits)
                .isInstanceOfSatisfying(
                        AssertionFailedError.class,
                        failure -> assertThat(failure.getExpected().getValue()).isEqualTo("{PK=notes, SK=2}"));
    }

    @Test
    void an_item_without_a_key_is_said_to_lack_it() {
        Growth growth = growth(size -> List.of(Map.of("PK", AttributeValue.fromS("notes"))));

        assertThatThrownBy(growth::assertThatEverythingFits).hasMessageStartingWith("An item has no SK");
    }

    @Test
    void a_table_that_is_no_table_is_refused_in_a_sentence() {
        Growth growth = Growth.of(lab, table -> table.keySchema(key("PK", KeyType.HASH)), GrowthTest::notes);

        assertThatThrownBy(growth::assertThatTheTableFits)
                .hasMessageStartingWith("DynamoDB does not create such a table");
    }

    @Test
    void filling_is_on_no_bill() {
        growth(GrowthTest::notes).assertThatEverythingFits();

        assertThat(lab.meter().total().requests()).isZero();
    }

    private Growth growth(IntFunction<List<Map<String, AttributeValue>>> data) {
        return Growth.of(lab, GrowthTest::table, data);
    }

    private static void table(CreateTableRequest.Builder table) {
        table.attributeDefinitions(string("PK"), string("SK"))
                .keySchema(key("PK", KeyType.HASH), key("SK", KeyType.RANGE));
    }

    private static List<Map<String, AttributeValue>> notes(int size) {
        return IntStream.rangeClosed(1, 3 * size)
                .mapToObj(number -> {
                    Map<String, AttributeValue> note = new HashMap<>(note("%09d".formatted(number), "n" + number));
                    note.put("filler", AttributeValue.fromS("x".repeat(1_000)));
                    return note;
                })
                .map(Map::copyOf)
                .toList();
    }

    private static Map<String, AttributeValue> note(String sort, String text) {
        return Map.of(
                "PK", AttributeValue.fromS("notes"),
                "SK", AttributeValue.fromS(sort),
                "note", AttributeValue.fromS(text));
    }

    private static String latest(DynamoDbClient ddb, String table, int limit) {
        Map<String, AttributeValue> note = ddb.query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :notes")
                        .expressionAttributeValues(Map.of(":notes", AttributeValue.fromS("notes")))
                        .scanIndexForward(false)
                        .limit(limit))
                .items()
                .get(0);
        return Objects.requireNonNull(note.get("note")).s();
    }

    private static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
