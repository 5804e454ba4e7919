package dojo.lab.replication;

import static dojo.lab.replication.Sessions.TABLE;
import static dojo.lab.replication.Sessions.item;
import static dojo.lab.replication.Sessions.key;
import static dojo.lab.replication.Sessions.s;
import static dojo.lab.replication.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;

class StaleFollowersTest extends FollowersScene {

    @Test
    void ones_own_write_is_missed_by_an_eventual_read_and_never_by_a_strong_one() {
        sessions.put(item("s-42", "TURN#1", "text", "hello"));

        assertThat(sessions.eventual(key("s-42", "TURN#1"))).isEmpty();
        assertThat(sessions.strong(key("s-42", "TURN#1"))).containsEntry("text", s("hello"));
        sessions.pass(99);
        assertThat(sessions.eventual(key("s-42", "TURN#1"))).isEmpty();
        sessions.pass(1);
        assertThat(sessions.eventual(key("s-42", "TURN#1"))).containsEntry("text", s("hello"));
    }

    @Test
    void an_update_and_a_delete_are_missed_like_a_put() {
        sessions.put(item("s", "a", "text", "old"));
        sessions.pass(100);
        sessions.put(item("s", "a", "text", "new"));
        sessions.pass(60);
        sessions.delete(key("s", "a"));

        assertThat(sessions.eventual(key("s", "a"))).containsEntry("text", s("old"));
        sessions.pass(40);
        assertThat(sessions.eventual(key("s", "a"))).containsEntry("text", s("new"));
        sessions.pass(60);
        assertThat(sessions.eventual(key("s", "a"))).isEmpty();
    }

    @Test
    void a_query_and_a_scan_see_the_collection_as_it_was() {
        sessions.put(item("s", "a", "text", "kept"));
        sessions.put(item("s", "b", "text", "deleted"));
        sessions.pass(100);
        sessions.delete(key("s", "b"));
        sessions.put(item("s", "c", "text", "added"));
        sessions.put(item("other", "d"));

        assertThat(sessions.sortKeys(session("s").build())).containsExactly("a", "b");
        assertThat(sessions.sortKeys(session("s").scanIndexForward(false).build()))
                .containsExactly("b", "a");
        assertThat(sessions.ddb.scan(scan -> scan.tableName(TABLE)).items())
                .extracting(Sessions::sortKey)
                .containsExactlyInAnyOrder("a", "b");
        assertThat(sessions.sortKeys(session("s").consistentRead(true).build())).containsExactly("a", "c");
        assertThat(sessions.ddb
                        .scan(scan -> scan.tableName(TABLE).consistentRead(true))
                        .items())
                .extracting(Sessions::sortKey)
                .containsExactlyInAnyOrder("a", "c", "d");
    }

    @Test
    void filters_projections_and_counts_work_on_what_the_follower_holds() {
        sessions.put(item("s", "a", "text", "yes", "more", "x"));
        sessions.put(item("s", "b", "text", "no"));
        sessions.pass(100);
        sessions.put(item("s", "a", "text", "no"));
        sessions.put(item("s", "b", "text", "yes"));
        sessions.put(item("s", "c", "text", "yes"));
        Map<String, AttributeValue> values = Map.of(":pk", s("s"), ":yes", s("yes"));

        var found = sessions.ddb.query(session("s")
                .expressionAttributeValues(values)
                .filterExpression("#t = :yes")
                .projectionExpression("SK, #t")
                .expressionAttributeNames(Map.of("#t", "text"))
                .build());

        assertThat(found.items()).containsExactly(Map.of("SK", s("a"), "text", s("yes")));
        assertThat(found.scannedCount()).isEqualTo(2);
        assertThat(sessions.ddb
                        .getItem(get -> get.tableName(TABLE).key(key("s", "a")).projectionExpression("more"))
                        .item())
                .isEqualTo(Map.of("more", s("x")));
    }

    @Test
    void of_a_batch_only_the_touched_keys_are_stale() {
        sessions.put(item("s", "a", "text", "old"));
        sessions.put(item("s", "b", "text", "old"));
        sessions.pass(100);
        sessions.put(item("s", "a", "text", "new"));
        sessions.put(item("s", "c", "text", "new"));
        sessions.delete(key("s", "b"));
        sessions.lab.backstage().putItem(put -> put.tableName(TABLE).item(item("s", "d", "text", "untouched")));
        var keys = KeysAndAttributes.builder()
                .keys(List.of(key("s", "a"), key("s", "b"), key("s", "c"), key("s", "d"), key("s", "e")));

        assertThat(texts(keys.build())).containsExactlyInAnyOrder("a old", "b old", "d untouched");
        assertThat(texts(keys.consistentRead(true).build())).containsExactlyInAnyOrder("a new", "c new", "d untouched");
        assertThat(texts(keys.consistentRead(false)
                        .projectionExpression("SK, #t")
                        .expressionAttributeNames(Map.of("#t", "text"))
                        .build()))
                .containsExactlyInAnyOrder("a old", "b old", "d untouched");
    }

    @Test
    void partiql_is_no_way_around_it() {
        sessions.put(item("s", "a"));
        String select = "SELECT * FROM \"sessions\" WHERE PK = 's'";

        assertThat(sessions.ddb
                        .executeStatement(execute -> execute.statement(select))
                        .items())
                .isEmpty();
        assertThat(sessions.ddb
                        .executeStatement(execute -> execute.statement(select).consistentRead(true))
                        .items())
                .hasSize(1);
        sessions.pass(100);
        assertThat(sessions.ddb
                        .executeStatement(execute -> execute.statement(select))
                        .items())
                .hasSize(1);
    }

    @Test
    void each_statement_of_a_batch_is_as_consistent_as_it_asks_to_be() {
        sessions.put(item("s", "a"));
        sessions.put(item("s", "b"));
        String select = "SELECT * FROM sessions WHERE PK = 's' AND SK = ";
        var strong = BatchStatementRequest.builder()
                .statement(select + "'a'")
                .consistentRead(true)
                .build();
        var eventual = BatchStatementRequest.builder().statement(select + "'b'").build();

        List<BatchStatementResponse> answers = sessions.ddb
                .batchExecuteStatement(execute -> execute.statements(strong, eventual))
                .responses();

        assertThat(answers).extracting(BatchStatementResponse::hasItem).containsExactly(true, false);
    }

    @Test
    void transactions_and_conditions_see_the_leader() {
        sessions.put(item("s", "a"));

        assertThatThrownBy(() -> sessions.ddb.putItem(put ->
                        put.tableName(TABLE).item(key("s", "a")).conditionExpression("attribute_not_exists(PK)")))
                .isInstanceOf(ConditionalCheckFailedException.class);
        var get = Get.builder().tableName(TABLE).key(key("s", "a")).build();
        assertThat(sessions.ddb
                        .transactGetItems(transaction -> transaction.transactItems(
                                TransactGetItem.builder().get(get).build()))
                        .responses())
                .singleElement()
                .satisfies(found -> assertThat(found.item()).isNotEmpty());
    }

    @Test
    void a_local_index_is_as_stale_as_its_table_and_as_consistent() {
        sessions.put(item("s", "a", "posted", "2026-11-01"));
        var query = session("s").indexName("by-posted");

        assertThat(sessions.sortKeys(query.build())).isEmpty();
        assertThat(sessions.sortKeys(query.consistentRead(true).build())).containsExactly("a");
        sessions.pass(100);
        assertThat(sessions.sortKeys(query.consistentRead(false).build())).containsExactly("a");
    }

    @Test
    void a_table_named_by_its_arn_is_the_same_table() {
        String arn = sessions.lab
                .backstage()
                .describeTable(describe -> describe.tableName(TABLE))
                .table()
                .tableArn();
        sessions.put(item("s", "a"));

        assertThat(sessions.ddb
                        .getItem(get -> get.tableName(arn).key(key("s", "a")))
                        .item())
                .isEmpty();
        assertThat(sessions.sortKeys(session("s").tableName(arn).build())).isEmpty();
        assertThat(sessions.ddb.scan(scan -> scan.tableName(arn)).items()).isEmpty();
    }

    @Test
    void a_stale_request_that_makes_no_sense_is_refused_as_ever() {
        sessions.put(item("s", "a"));

        assertThatThrownBy(() -> sessions.ddb.query(
                        session("s").filterExpression("nonsense =").build()))
                .isInstanceOf(DynamoDbException.class);
        assertThatThrownBy(() -> sessions.ddb.getItem(get ->
                        get.tableName(TABLE).key(key("s", "a")).expressionAttributeNames(Map.of("#unused", "x"))))
                .isInstanceOf(DynamoDbException.class);
        assertThatThrownBy(() -> sessions.ddb.batchGetItem(get -> get.requestItems(Map.of(
                        TABLE,
                        KeysAndAttributes.builder()
                                .keys(List.of(key("s", "a"), key("s", "a")))
                                .build()))))
                .isInstanceOf(DynamoDbException.class);
        assertThatThrownBy(() -> sessions.ddb.query(
                        session("s").keyConditionExpression("SK = :pk").build()))
                .isInstanceOf(DynamoDbException.class);
    }

    private List<String> texts(KeysAndAttributes keys) {
        return sessions
                .ddb
                .batchGetItem(get -> get.requestItems(Map.of(TABLE, keys)))
                .responses()
                .getOrDefault(TABLE, List.of())
                .stream()
                .map(item -> Sessions.sortKey(item) + " "
                        + item.getOrDefault("text", s("?")).s())
                .toList();
    }
}
