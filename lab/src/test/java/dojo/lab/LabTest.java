package dojo.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@WithLab
class LabTest {

    private final DynamoDbClient ddb;
    private final LabTable table;

    LabTest(DynamoDbClient ddb, LabTable table) {
        this.ddb = ddb;
        this.table = table;
    }

    @Test
    void an_item_of_all_ten_types_comes_back_as_it_went() {
        Map<String, AttributeValue> item = Map.ofEntries(
                Map.entry("PK", AttributeValue.fromS("SESSION#s-42")),
                Map.entry("SK", AttributeValue.fromS("META")),
                Map.entry("number", AttributeValue.fromN("12.5")),
                Map.entry("binary", AttributeValue.fromB(SdkBytes.fromUtf8String("bytes"))),
                Map.entry("true", AttributeValue.fromBool(true)),
                Map.entry("null", AttributeValue.fromNul(true)),
                Map.entry("strings", AttributeValue.fromSs(List.of("a", "b"))),
                Map.entry("numbers", AttributeValue.fromNs(List.of("1", "2"))),
                Map.entry("binaries", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x")))),
                Map.entry(
                        "list",
                        AttributeValue.fromL(List.of(AttributeValue.fromS("in"), AttributeValue.fromL(List.of())))),
                Map.entry("map", AttributeValue.fromM(Map.of("inner", AttributeValue.fromS("é漢🀄")))));
        ddb.putItem(put -> put.tableName(table.name()).item(item));

        Map<String, AttributeValue> stored = ddb.getItem(
                        get -> get.tableName(table.name()).key(key("SESSION#s-42", "META")))
                .item();

        assertThat(stored).isEqualTo(item);
    }

    @Test
    void a_refused_condition_is_the_exception_of_the_sdk_with_the_old_item() {
        table.put(key("SESSION#s-7", "META"));

        assertThatThrownBy(() -> ddb.putItem(put -> put.tableName(table.name())
                        .item(key("SESSION#s-7", "META"))
                        .conditionExpression("attribute_not_exists(PK)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refused -> assertThat(refused.item()).isEqualTo(key("SESSION#s-7", "META")));
    }

    @Test
    void a_cancelled_transaction_gives_its_reasons_by_position() {
        table.put(key("SESSION#s-8", "META"));

        Put first = Put.builder()
                .tableName(table.name())
                .item(key("SESSION#s-8", "TURN#1"))
                .build();
        Put second = Put.builder()
                .tableName(table.name())
                .item(key("SESSION#s-8", "META"))
                .conditionExpression("attribute_not_exists(PK)")
                .build();

        assertThatThrownBy(() -> ddb.transactWriteItems(write -> write.transactItems(
                        TransactWriteItem.builder().put(first).build(),
                        TransactWriteItem.builder().put(second).build())))
                .isInstanceOfSatisfying(
                        TransactionCanceledException.class,
                        cancelled -> assertThat(cancelled.cancellationReasons())
                                .extracting(reason -> reason.code())
                                .containsExactly("None", "ConditionalCheckFailed"));
        assertThat(table.items()).hasSize(1);
    }

    @Test
    void paginators_are_those_of_the_sdk() {
        for (int i = 0; i < 7; i++) {
            table.put(key("SESSION#s-9", "TURN#" + i));
        }

        long pages = ddb
                .queryPaginator(query -> query.tableName(table.name())
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("SESSION#s-9")))
                        .limit(3))
                .stream()
                .count();

        assertThat(pages).isEqualTo(3);
    }

    @Test
    void what_is_done_backstage_is_on_no_bill(Lab lab) {
        int mark = lab.meter().mark();

        table.put(key("SESSION#s-1", "META"));
        ddb.getItem(get -> get.tableName(table.name()).key(key("SESSION#s-1", "META")));

        assertThat(lab.meter().linesSince(mark)).hasSize(1);
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("PK", AttributeValue.fromS(pk), "SK", AttributeValue.fromS(sk));
    }
}
