package dojo.lab.bill;

import static dojo.lab.bill.Scene.key;
import static dojo.lab.bill.Scene.n;
import static dojo.lab.bill.Scene.s;
import static dojo.lab.bill.Scene.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Each line reads as a sentence: what was asked, what came of it, what it cost. */
class RequestLineTest {

    private final Scene scene = new Scene();

    @BeforeEach
    void three_turns() {
        scene.plain("sessions");
        for (String sort : List.of("META", "TURN#1", "TURN#2")) {
            scene.local.putItem(
                    put -> put.tableName("sessions").item(with(key("SESSION#s-42", sort), "mood", s("calm"))));
        }
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a_query() {
        scene.ddb.query(query -> query.tableName("sessions")
                .keyConditionExpression("#pk = :pk AND begins_with(SK, :turn)")
                .expressionAttributeNames(Map.of("#pk", "PK"))
                .expressionAttributeValues(Map.of(":pk", s("SESSION#s-42"), ":turn", s("TURN#")))
                .scanIndexForward(false)
                .limit(10));

        assertThat(scene.lastLine())
                .isEqualTo("Query sessions: PK = \"SESSION#s-42\" AND begins_with(SK, \"TURN#\"), descending, limit 10"
                        + " -> 2 items, 0.5 RU");
    }

    @Test
    void a_query_whose_filter_leaves_little() {
        scene.ddb.query(query -> query.tableName("sessions")
                .keyConditionExpression("PK = :pk")
                .filterExpression("mood = :mood")
                .expressionAttributeValues(Map.of(":pk", s("SESSION#s-42"), ":mood", s("tense")))
                .consistentRead(true)
                .limit(2)
                .select(Select.COUNT));

        assertThat(scene.lastLine())
                .isEqualTo("Query sessions: PK = \"SESSION#s-42\", limit 2, strongly consistent, count only,"
                        + " filter mood = \"tense\" -> 0 of 2 items and a LastEvaluatedKey, 1 RU");
    }

    @Test
    void a_refused_put() {
        Throwable refused = catchThrowable(() -> scene.ddb.putItem(put -> put.tableName("sessions")
                .item(key("SESSION#s-42", "META"))
                .conditionExpression("attribute_not_exists(PK)")));

        assertThat(refused).isNotNull();
        assertThat(scene.lastLine())
                .isEqualTo("PutItem sessions: PK = \"SESSION#s-42\", SK = \"META\", if attribute_not_exists(PK)"
                        + " -> ConditionalCheckFailedException, 1 WU");
        List<RequestLine> lines = scene.lab.meter().lines();
        assertThat(lines.get(0).error()).isEqualTo(Optional.of("ConditionalCheckFailedException"));
    }

    @Test
    void an_update() {
        scene.ddb.updateItem(update -> update.tableName("sessions")
                .key(key("SESSION#s-42", "META"))
                .updateExpression("SET turns = if_not_exists(turns, :zero) + :one")
                .expressionAttributeValues(Map.of(":zero", n("0"), ":one", n("1"))));

        assertThat(scene.lastLine())
                .isEqualTo("UpdateItem sessions: PK = \"SESSION#s-42\", SK = \"META\","
                        + " SET turns = if_not_exists(turns, 0) + 1 -> updated, 1 WU");
    }

    @Test
    void reads_of_one_item() {
        scene.ddb.getItem(get ->
                get.tableName("sessions").key(key("SESSION#s-42", "META")).consistentRead(true));
        assertThat(scene.lastLine())
                .isEqualTo(
                        "GetItem sessions: PK = \"SESSION#s-42\", SK = \"META\", strongly consistent -> found, 1 RU");

        scene.ddb.getItem(get -> get.tableName("sessions").key(key("SESSION#s-43", "META")));
        assertThat(scene.lastLine())
                .isEqualTo("GetItem sessions: PK = \"SESSION#s-43\", SK = \"META\" -> nothing there, 0.5 RU");
    }

    @Test
    void deletes_and_scans() {
        scene.ddb.deleteItem(delete -> delete.tableName("sessions").key(key("SESSION#s-42", "TURN#2")));
        assertThat(scene.lastLine())
                .isEqualTo("DeleteItem sessions: PK = \"SESSION#s-42\", SK = \"TURN#2\" -> deleted, 1 WU");

        scene.ddb.scan(scan -> scan.tableName("sessions").segment(0).totalSegments(1));
        assertThat(scene.lastLine()).isEqualTo("Scan sessions: segment 0 of 1 -> 2 items, 0.5 RU");

        scene.ddb.scan(scan -> scan.tableName("sessions"));
        assertThat(scene.lastLine()).isEqualTo("Scan sessions -> 2 items, 0.5 RU");
    }

    @Test
    void a_batch_and_a_transaction() {
        var keys = KeysAndAttributes.builder().keys(List.of(key("SESSION#s-42", "META"), key("SESSION#s-42", "NONE")));
        scene.ddb.batchGetItem(batch -> batch.requestItems(Map.of("sessions", keys.build())));
        assertThat(scene.lastLine()).isEqualTo("BatchGetItem sessions: 2 keys -> 1 item, 1 RU");

        scene.ddb.transactWriteItems(transaction -> transaction.transactItems(
                TransactWriteItem.builder()
                        .put(put -> put.tableName("sessions").item(key("SESSION#s-42", "TURN#3")))
                        .build(),
                TransactWriteItem.builder()
                        .conditionCheck(check -> check.tableName("sessions")
                                .key(key("SESSION#s-42", "META"))
                                .conditionExpression("attribute_exists(PK)"))
                        .build()));
        assertThat(scene.lastLine())
                .isEqualTo("TransactWriteItems put sessions \"SESSION#s-42\"/\"TURN#3\";"
                        + " check sessions \"SESSION#s-42\"/\"META\" -> committed, 4 WU");
    }

    @Test
    void a_cancelled_transaction_names_the_first_action_that_failed() {
        Throwable cancelled =
                catchThrowable(() -> scene.ddb.transactWriteItems(transaction -> transaction.transactItems(
                        TransactWriteItem.builder()
                                .delete(delete -> delete.tableName("sessions").key(key("SESSION#s-42", "TURN#1")))
                                .build(),
                        TransactWriteItem.builder()
                                .put(put -> put.tableName("sessions")
                                        .item(key("SESSION#s-42", "META"))
                                        .conditionExpression("attribute_not_exists(PK)"))
                                .build())));

        assertThat(cancelled).isNotNull();
        assertThat(scene.lastLine())
                .isEqualTo("TransactWriteItems delete sessions \"SESSION#s-42\"/\"TURN#1\";"
                        + " put sessions \"SESSION#s-42\"/\"META\", action 2 ConditionalCheckFailed"
                        + " -> TransactionCanceledException, 4 WU");
    }

    @Test
    void long_values_are_folded_and_the_line_stays_short() {
        scene.ddb.updateItem(update -> update.tableName("sessions")
                .key(key("SESSION#" + "x".repeat(500), "TURN#" + "9".repeat(500)))
                .updateExpression("SET a = :a, b = :b, c = :c, d = :d, e = :e")
                .expressionAttributeValues(Map.of(
                        ":a", s("a secret that is much longer than anybody wants to read"),
                        ":b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[700])),
                        ":c", AttributeValue.fromSs(List.of("one", "two")),
                        ":d", AttributeValue.fromL(List.of()),
                        ":e", AttributeValue.fromM(Map.of("in", s("out"))))));

        assertThat(scene.lastLine()).hasSizeLessThanOrEqualTo(160).endsWith(" -> created, 2 WU");
        assertThat(scene.lastLine()).contains("…").doesNotContain("anybody");
    }

    @Test
    void a_line_without_a_price_says_so() {
        assertThat(new RequestLine("GetItem", "nowhere", 0, 0, Optional.of("ResourceNotFoundException")))
                .hasToString("GetItem nowhere -> ResourceNotFoundException, no units");
    }
}
