package dojo.lab.replication;

import static dojo.lab.replication.Sessions.TABLE;
import static dojo.lab.replication.Sessions.byKind;
import static dojo.lab.replication.Sessions.indexesLag;
import static dojo.lab.replication.Sessions.item;
import static dojo.lab.replication.Sessions.key;
import static dojo.lab.replication.Sessions.s;
import static dojo.lab.replication.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class LaggingIndexesTest {

    private final Sessions sessions = Sessions.under(indexesLag(100));

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void an_index_misses_a_fresh_item_that_the_table_has() {
        sessions.put(item("s", "a", "kind", "user", "posted", "1"));

        assertThat(sessions.eventual(key("s", "a"))).isNotEmpty();
        assertThat(sessions.sortKeys(session("s").indexName("by-posted").build()))
                .containsExactly("a");
        assertThat(sessions.sortKeys(byKind("user").build())).isEmpty();
        assertThat(sessions.ddb
                        .scan(scan -> scan.tableName(TABLE).indexName("by-kind"))
                        .items())
                .isEmpty();
        sessions.pass(100);
        assertThat(sessions.sortKeys(byKind("user").build())).containsExactly("a");
    }

    @Test
    void a_consistent_read_of_a_global_index_is_refused() {
        assertThatThrownBy(() ->
                        sessions.ddb.query(byKind("user").consistentRead(true).build()))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("Consistent reads are not supported on global secondary indexes");
    }

    @Test
    void an_item_that_moves_between_collections_is_in_its_old_one_until_the_index_knows() {
        sessions.put(item("s", "a", "kind", "user", "posted", "1"));
        sessions.put(item("s", "b", "kind", "user", "posted", "2"));
        sessions.pass(100);
        sessions.put(item("s", "a", "kind", "tool", "posted", "3"));
        sessions.put(item("s", "b", "kind", "user"));

        assertThat(sessions.sortKeys(byKind("user").build())).containsExactly("a", "b");
        assertThat(sessions.sortKeys(byKind("tool").build())).isEmpty();
        sessions.pass(100);
        assertThat(sessions.sortKeys(byKind("user").build())).isEmpty();
        assertThat(sessions.sortKeys(byKind("tool").build())).containsExactly("a");
    }

    @Test
    void each_index_lags_by_itself() {
        sessions.law.lagIndex(TABLE, "by-holder", Duration.ofSeconds(5));
        sessions.put(item("s", "a", "kind", "user", "posted", "1", "holder", "h"));
        sessions.pass(40);

        assertThat(sessions.law.indexesBehind(TABLE))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("by-kind", Duration.ofMillis(40), "by-holder", Duration.ofMillis(40)));
        sessions.pass(60);
        assertThat(sessions.sortKeys(byKind("user").build())).containsExactly("a");
        assertThat(sessions.sortKeys(byHolder("h"))).isEmpty();
        assertThat(sessions.law.indexesBehind(TABLE))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("by-kind", Duration.ZERO, "by-holder", Duration.ofMillis(100)));
        sessions.pass(4_900);
        assertThat(sessions.sortKeys(byHolder("h"))).containsExactly("a");
    }

    @Test
    void an_index_shows_only_what_it_projects_however_old() {
        sessions.put(item("s", "a", "holder", "h", "text", "old"));
        sessions.pass(100);
        sessions.put(item("s", "a", "holder", "other", "text", "new"));

        assertThat(sessions.ddb.query(byHolder("h")).items()).containsExactly(item("s", "a", "holder", "h"));
        assertThat(sessions.ddb.query(byHolder("other")).items()).isEmpty();
        assertThat(sessions.sortKeys(byHolder("h").toBuilder().select("COUNT").build()))
                .isEmpty();
    }

    @Test
    void a_change_that_the_index_does_not_show_leaves_it_up_to_date() {
        sessions.put(item("s", "a", "holder", "h"));
        sessions.pass(100);
        sessions.put(item("s", "a", "holder", "h", "text", "not projected"));

        assertThat(sessions.law.indexesBehind(TABLE)).containsEntry("by-holder", Duration.ZERO);
    }

    @Test
    void the_trace_names_the_index() {
        sessions.put(item("SESSION#42", "TURN#0007", "kind", "user", "posted", "1"));
        sessions.pass(12);

        sessions.sortKeys(byKind("user").build());

        assertThat(sessions.trace())
                .containsExactly("stale: index by-kind is 100 ms behind for SESSION#42 TURN#0007, written 12 ms ago");
    }

    @Test
    void a_stale_page_of_an_index_costs_what_the_index_held() {
        // 9,000 bytes and more are three times 4 KB: 1.5 units, read eventually.
        // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html
        sessions.put(item("s", "a", "kind", "user", "posted", "1", "body", "x".repeat(9_000)));
        sessions.pass(100);
        sessions.put(item("s", "a", "kind", "user", "posted", "1"));
        int mark = sessions.lab.meter().mark();

        sessions.ddb.query(byKind("user").select("COUNT").build());

        assertThat(sessions.lab.meter().billSince(mark).readUnits()).isEqualTo(1.5);
    }

    @Test
    void an_index_with_a_partition_key_of_two_attributes_lags_like_any_other() {
        var byPlace = GlobalSecondaryIndex.builder()
                .indexName("by-place")
                .keySchema(Sessions.hash("city"), Sessions.hash("street"))
                .projection(Sessions.projection(ProjectionType.ALL))
                .build();
        var number = AttributeDefinition.builder().attributeName("street").attributeType(ScalarAttributeType.N);
        sessions.lab
                .backstage()
                .createTable(create -> create.tableName("places")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(Sessions.hash("PK"))
                        .attributeDefinitions(Sessions.string("PK"), Sessions.string("city"), number.build())
                        .globalSecondaryIndexes(byPlace));
        place("a", "Bonn", "1.0");
        sessions.pass(100);
        place("a", "Bonn", "2");
        place("b", "Bonn", "1");

        assertThat(at("Bonn", "1")).containsExactly("a");
        assertThat(at("Bonn", "2")).isEmpty();
        sessions.pass(100);
        assertThat(at("Bonn", "1.00")).containsExactly("b");
        assertThat(at("Bonn", "2")).containsExactly("a");
    }

    private void place(String key, String city, String street) {
        sessions.ddb.putItem(put -> put.tableName("places")
                .item(Map.of("PK", s(key), "city", s(city), "street", AttributeValue.fromN(street))));
    }

    private List<String> at(String city, String street) {
        return sessions
                .ddb
                .query(query -> query.tableName("places")
                        .indexName("by-place")
                        .keyConditionExpression("city = :c AND street = :s")
                        .expressionAttributeValues(Map.of(":c", s(city), ":s", AttributeValue.fromN(street))))
                .items()
                .stream()
                .map(item -> item.getOrDefault("PK", s("?")).s())
                .toList();
    }

    private static QueryRequest byHolder(String holder) {
        return QueryRequest.builder()
                .tableName(TABLE)
                .indexName("by-holder")
                .keyConditionExpression("holder = :h")
                .expressionAttributeValues(Map.of(":h", s(holder)))
                .build();
    }
}
