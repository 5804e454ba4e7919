package dojo.c07_indexes.e1_guest_session;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The write-up's own test: its table has the two keys and no index, so a NULL there is an attribute like any other. */
@WithLab
@WithTable
class SessionsAsTheWriteUpTestsThemTest {
    @Test
    @Order(0)
    void on_a_table_without_the_index_nothing_is_wrong(DynamoDbClient ddb, LabTable table) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T09:00:00Z"));
        Sessions sessions = new Sessions(ddb, table.name(), clock);

        assertThat(sessions.create("sess_123", "cust_456")).isTrue();
        assertThat(sessions.create("sess_124", null)).as("a guest's session").isTrue();

        Map<String, AttributeValue> item = table.items("SESSION#sess_123").get(0);
        assertThat(item).containsEntry("customer_id", AttributeValue.fromS("cust_456"));
    }
}
