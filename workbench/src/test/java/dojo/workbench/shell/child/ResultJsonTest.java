package dojo.workbench.shell.child;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

class ResultJsonTest {
    private static final Map<String, AttributeValue> META =
            Map.of("PK", AttributeValue.fromS("SESSION#s-7"), "SK", AttributeValue.fromS("META"));

    private static ObjectNode shown(Object value) {
        return new ResultJson(KeyNames.usual()).of(value).orElseThrow();
    }

    private static Optional<ObjectNode> perhaps(@Nullable Object value) {
        return new ResultJson(KeyNames.usual()).of(value);
    }

    @Test
    void a_page_says_what_was_read_and_that_more_follows() {
        ObjectNode page = shown(QueryResponse.builder()
                .items(List.of(META))
                .count(1)
                .scannedCount(50)
                .lastEvaluatedKey(META)
                .build());

        assertThat(page.path("caption").asText()).isEqualTo("1 item, after 50 items were read");
        assertThat(page.path("lastKey").path("SK").path("S").asText()).isEqualTo("META");
        assertThat(page.path("groups").get(0).path("keys").toString()).isEqualTo("[\"PK\",\"SK\"]");
    }

    @Test
    void pages_in_a_list_are_one_result() {
        QueryResponse page = QueryResponse.builder()
                .items(List.of(META))
                .count(1)
                .scannedCount(2)
                .build();

        assertThat(shown(List.of(page, page)).path("caption").asText())
                .isEqualTo("2 items, after 4 items were read, in 2 pages");
    }

    @Test
    void a_batch_says_what_is_left_to_ask_for() {
        ObjectNode batch = shown(BatchGetItemResponse.builder()
                .responses(Map.of("a", List.of(META)))
                .unprocessedKeys(Map.of(
                        "a",
                        KeysAndAttributes.builder().keys(List.of(META, META)).build()))
                .build());

        assertThat(batch.path("caption").asText()).isEqualTo("1 item found");
        assertThat(batch.path("notes").get(0).asText()).startsWith("2 keys not read");
    }

    @Test
    void a_transaction_says_how_many_were_there() {
        ObjectNode read = shown(TransactGetItemsResponse.builder()
                .responses(
                        ItemResponse.builder().item(META).build(),
                        ItemResponse.builder().build())
                .build());

        assertThat(read.path("caption").asText()).isEqualTo("1 of 2 items found");
    }

    @Test
    void statements_that_failed_are_named_by_their_place() {
        BatchStatementResponse fine =
                BatchStatementResponse.builder().item(META).build();
        BatchStatementResponse failed = BatchStatementResponse.builder()
                .error(e -> e.code(BatchStatementErrorCodeEnum.DUPLICATE_ITEM).message("there already"))
                .build();
        ObjectNode batch = shown(BatchExecuteStatementResponse.builder()
                .responses(List.of(fine, failed))
                .build());

        assertThat(batch.path("caption").asText()).isEqualTo("2 statements, 1 item");
        assertThat(batch.path("notes").get(0).asText()).isEqualTo("statement 2 failed: DuplicateItem, there already");
    }

    @Test
    void a_missing_item_is_said_and_other_values_keep_their_own_text() {
        assertThat(shown(GetItemResponse.builder().build()).path("caption").asText())
                .isEqualTo("no such item");
        assertThat(perhaps(List.of("a"))).isEmpty();
        assertThat(perhaps(List.of())).isEmpty();
        assertThat(perhaps(Map.of())).isEmpty();
        assertThat(perhaps(Map.of("a", "b"))).isEmpty();
        assertThat(perhaps(Optional.of("a"))).isEmpty();
        assertThat(perhaps(null)).isEmpty();
    }

    @Test
    void long_values_are_cut_for_the_screen_and_whole_for_programs() {
        AttributeValue text = AttributeValue.fromS("x".repeat(5_000));

        assertThat(AttributeJson.shown().value(text).path("S").asText()).hasSize(1_000);
        assertThat(AttributeJson.shown().value(text).path("cut").asInt()).isEqualTo(5_000);
        assertThat(AttributeJson.whole().value(text).path("S").asText()).hasSize(5_000);
    }

    @Test
    void every_type_is_named_by_its_own_letters() {
        assertThat(AttributeJson.whole()
                        .item(Map.of("a", AttributeValue.fromB(SdkBytes.fromUtf8String("gzip"))))
                        .toString())
                .isEqualTo("{\"a\":{\"B\":\"Z3ppcA==\"}}");
        assertThat(AttributeJson.whole().value(AttributeValue.fromNul(true)).toString())
                .isEqualTo("{\"NULL\":true}");
        assertThat(AttributeJson.whole()
                        .value(AttributeValue.fromNs(List.of("1")))
                        .toString())
                .isEqualTo("{\"NS\":[\"1\"]}");
        assertThat(AttributeJson.whole()
                        .value(AttributeValue.fromL(List.of(AttributeValue.fromBool(true))))
                        .toString())
                .isEqualTo("{\"L\":[{\"BOOL\":true}]}");
    }

    @Test
    void keys_are_those_of_the_first_table_that_fits() {
        TableDescription other = TableDescription.builder()
                .keySchema(
                        KeySchemaElement.builder()
                                .attributeName("sort")
                                .keyType(KeyType.RANGE)
                                .build(),
                        KeySchemaElement.builder()
                                .attributeName("hash")
                                .keyType(KeyType.HASH)
                                .build())
                .build();
        var keys = new KeyNames(List.of("other"), name -> other);

        assertThat(keys.of(List.of(Map.of("sort", AttributeValue.fromN("1"), "hash", AttributeValue.fromN("2")))))
                .containsExactly("hash", "sort");
        assertThat(keys.of(List.of(META))).containsExactly("PK", "SK");
    }

    @Test
    void what_was_shown_is_kept_as_dynamodb_would_send_it() {
        var shown = new Shown();
        int number = shown.keep(GetItemResponse.builder()
                .item(Map.of("n", AttributeValue.fromN("1")))
                .build());

        assertThat(shown.value(number).map(Shown::wire)).contains("{\"Item\":{\"n\":{\"N\":\"1\"}}}");
        assertThat(shown.value(0)).isPresent();
        assertThat(Shown.wire(List.of(Map.of("n", AttributeValue.fromN("1"))))).isEqualTo("[{\"n\":{\"N\":\"1\"}}]");
    }
}
