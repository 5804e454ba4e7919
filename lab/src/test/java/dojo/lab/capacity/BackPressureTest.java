package dojo.lab.capacity;

import static dojo.lab.capacity.Throttled.INDEX_ARN;
import static dojo.lab.capacity.Throttled.TABLE;
import static dojo.lab.capacity.Throttled.key;
import static dojo.lab.capacity.Throttled.put;
import static dojo.lab.capacity.Throttled.text;
import static dojo.lab.capacity.Throttled.untilRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * An index that cannot take its part of a write throttles the table; the reason names the index.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/gsi-throttling.html">Throttling of
 *     global secondary indexes</a>
 */
class BackPressureTest {

    /** The table may write far more than its index: 300 against 2 a second. */
    private final Throttled lab = new Throttled(CapacitySettings.real()).provisioned(300, 300, 300, 2);

    @BeforeEach
    void write_until_the_index_is_in_debt() {
        lab.client().putItem(put("red", "1", "red"));
        int[] n = {0};
        untilRefused(
                ProvisionedThroughputExceededException.class,
                () -> lab.client().putItem(put("pk-" + n[0]++, "s", "blue")));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void a_put_of_an_item_in_the_index_is_throttled_with_the_arn_of_the_index() {
        assertNamesTheIndex(() -> lab.client().putItem(put("new", "1", "green")));
    }

    @Test
    void an_update_of_a_projected_attribute_is_throttled() {
        assertNamesTheIndex(() -> lab.client().updateItem(update("weight", "10")));
    }

    @Test
    void an_update_of_the_index_key_is_throttled() {
        assertNamesTheIndex(() -> lab.client().updateItem(update("colour", "green")));
    }

    @Test
    void a_delete_of_an_item_in_the_index_is_throttled() {
        assertNamesTheIndex(() -> lab.client()
                .deleteItem(DeleteItemRequest.builder()
                        .tableName(TABLE)
                        .key(key("red", "1"))
                        .build()));
    }

    @Test
    void writes_that_the_index_does_not_see_go_on() {
        lab.client().putItem(put("plain", "1"));
        lab.client().updateItem(update("note", "nobody projects this"));
        lab.client()
                .deleteItem(DeleteItemRequest.builder()
                        .tableName(TABLE)
                        .key(key("plain", "1"))
                        .build());
    }

    @Test
    void a_put_that_changes_nothing_in_the_index_goes_on() {
        Map<String, AttributeValue> same = Map.of(
                "pk", text("red"), "sk", text("1"), "colour", text("red"), "note", text("the entry stays as it is"));
        lab.client().putItem(put("red", "1").toBuilder().item(same).build());
    }

    @Test
    void time_pays_the_debt() {
        lab.pass(Duration.ofSeconds(10));
        lab.client().putItem(put("new", "1", "green"));
    }

    @Test
    void the_event_is_counted_at_the_index_and_the_request_at_the_table() {
        List<MinuteMetrics> metrics = lab.law().metrics();
        MinuteMetrics table = metrics.get(0);
        MinuteMetrics index = metrics.get(1);

        assertTrue(table.index().isEmpty());
        assertEquals(0, table.writeThrottleEvents());
        assertEquals(1, table.throttledRequests());
        assertEquals(1, index.writeThrottleEvents());
        assertEquals(Map.of("WriteProvisionedThroughputThrottleEvents", 1L), index.causes());
        // The put of "red" and those of "blue": four tokens were there, and each took one of table and index.
        assertEquals(4, table.consumedWriteUnits());
        assertEquals(4, index.consumedWriteUnits());
    }

    @Test
    void the_trace_says_why_the_table_has_to_wait() {
        assertEquals(
                "throttled: things/by-colour has 2 WU/s provisioned, and its burst is used up, so the write to the table"
                        + " has to wait",
                lab.lab().trace().lines().get(0).words());
    }

    private static void assertNamesTheIndex(Runnable write) {
        var refused = assertThrows(ProvisionedThroughputExceededException.class, write::run);
        assertEquals(
                List.of(ThrottlingReason.builder()
                        .reason("IndexWriteProvisionedThroughputExceeded")
                        .resource(INDEX_ARN)
                        .build()),
                refused.throttlingReasons());
    }

    private static UpdateItemRequest update(String attribute, String value) {
        return UpdateItemRequest.builder()
                .tableName(TABLE)
                .key(key("red", "1"))
                .updateExpression("SET #a = :v")
                .expressionAttributeNames(Map.of("#a", attribute))
                .expressionAttributeValues(Map.of(":v", text(value)))
                .build();
    }
}
