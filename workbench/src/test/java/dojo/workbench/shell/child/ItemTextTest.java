package dojo.workbench.shell.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

class ItemTextTest {
    private static final Map<String, AttributeValue> META =
            item("s-7", "META", Map.of("turns", AttributeValue.fromN("12"), "customer", AttributeValue.fromS("Mina")));
    private static final Map<String, AttributeValue> TURN =
            item("s-7", "TURN#000001", Map.of("text", AttributeValue.fromS("What about this series? ".repeat(9))));

    private static Map<String, AttributeValue> item(String id, String sk, Map<String, AttributeValue> rest) {
        var item = new HashMap<>(rest);
        item.put("PK", AttributeValue.fromS("SESSION#" + id));
        item.put("SK", AttributeValue.fromS(sk));
        return item;
    }

    @Test
    void items_stand_under_their_partition_key_in_one_line_each() {
        assertThat(ItemText.items(List.of(META, TURN), 60))
                .containsExactly(
                        "PK = SESSION#s-7",
                        "  META         turns=12  customer=\"Mina\"",
                        "  TURN#000001  text=\"What about this series? What about th…\"");
    }

    @Test
    void no_line_is_wider_than_the_screen_and_keys_are_whole() {
        for (int width : new int[] {40, 80, 120}) {
            assertThat(ItemText.items(List.of(META, TURN), width))
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width))
                    .anySatisfy(line -> assertThat(line).contains("TURN#000001"));
        }
    }

    @Test
    void attributes_go_below_a_key_that_leaves_them_no_room() {
        var longKey = item("s-8", "TURN#2026-11-20T09:15:00.000000Z", Map.of("role", AttributeValue.fromS("customer")));

        assertThat(ItemText.items(List.of(longKey), 40))
                .containsExactly("PK = SESSION#s-8", "  TURN#2026-11-20T09:15:00.000000Z", "    role=\"customer\"");
    }

    @Test
    void what_does_not_fit_is_counted() {
        var wide = item(
                "s-9",
                "META",
                Map.of(
                        "a", AttributeValue.fromS("x".repeat(20)),
                        "b", AttributeValue.fromS("y".repeat(21)),
                        "c", AttributeValue.fromS("z".repeat(22))));

        assertThat(ItemText.items(List.of(wide), 44).get(1)).endsWith("+2");
    }

    @Test
    void every_type_has_a_short_form_and_only_strings_are_quoted() {
        assertThat(ItemText.value(AttributeValue.fromS("12"), 40)).isEqualTo("\"12\"");
        assertThat(ItemText.value(AttributeValue.fromN("12"), 40)).isEqualTo("12");
        assertThat(ItemText.value(AttributeValue.fromBool(true), 40)).isEqualTo("true");
        assertThat(ItemText.value(AttributeValue.fromNul(true), 40)).isEqualTo("NULL");
        assertThat(ItemText.value(AttributeValue.fromB(SdkBytes.fromUtf8String("gzip")), 40))
                .isEqualTo("<4 bytes>");
        assertThat(ItemText.value(AttributeValue.fromSs(List.of("a", "b")), 40)).isEqualTo("{\"a\", \"b\"}");
        assertThat(ItemText.value(AttributeValue.fromNs(List.of("1", "2")), 40)).isEqualTo("{1, 2}");
        assertThat(ItemText.value(AttributeValue.fromL(List.of(AttributeValue.fromN("3"))), 40))
                .isEqualTo("[3]");
        assertThat(ItemText.value(AttributeValue.fromM(Map.of("k", AttributeValue.fromN("4"))), 40))
                .isEqualTo("{k: 4}");
    }

    @Test
    void a_page_says_what_was_read_and_that_more_follows() {
        var page = QueryResponse.builder()
                .items(List.of(META))
                .count(1)
                .scannedCount(50)
                .lastEvaluatedKey(Map.of("PK", AttributeValue.fromS("SESSION#s-7"), "SK", AttributeValue.fromS("META")))
                .build();

        assertThat(ResultText.of(page, 80).orElseThrow())
                .startsWith("1 item, after 50 items were read\n")
                .contains("more may follow; lastEvaluatedKey:\n  PK  SESSION#s-7\n  SK  META");
    }

    @Test
    void a_missing_item_is_said_and_other_values_keep_their_own_text() {
        assertThat(ResultText.of(GetItemResponse.builder().build(), 80)).contains("no such item");
        assertThat(ResultText.of(List.of("a"), 80)).isEmpty();
        assertThat(ResultText.of(Map.of(), 80)).isEmpty();
        assertThat(ResultText.of(null, 80)).isEmpty();
    }

    @Test
    void a_map_of_attributes_is_an_item_with_its_keys_first() {
        assertThat(ResultText.of(META, 80))
                .contains("item\n  PK        SESSION#s-7\n  SK        META\n  customer  \"Mina\"\n  turns     12");
    }
}
