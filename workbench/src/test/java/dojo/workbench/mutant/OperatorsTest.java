package dojo.workbench.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Each way to spoil a request, on the request in which it matters. */
class OperatorsTest {
    private static final AttributeValue NOW = AttributeValue.fromN("1795338000");
    private static final Map<String, AttributeValue> KEY = Map.of("PK", AttributeValue.fromS("SESSION#s-1"));

    private static final QueryRequest TURNS = QueryRequest.builder()
            .tableName("chat")
            .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
            .filterExpression("#speaker = :speaker")
            .expressionAttributeNames(Map.of("#speaker", "speaker"))
            .expressionAttributeValues(Map.of(
                    ":pk", AttributeValue.fromS("SESSION#s-1"),
                    ":turn", AttributeValue.fromS("TURN#"),
                    ":speaker", AttributeValue.fromS("customer")))
            .build();

    @Test
    void a_condition_is_forgotten_with_the_values_that_only_it_needs() {
        PutItemRequest put = PutItemRequest.builder()
                .tableName("chat")
                .item(KEY)
                .conditionExpression("attribute_not_exists(PK) OR #e <= :now")
                .expressionAttributeNames(Map.of("#e", "expires_at"))
                .expressionAttributeValues(Map.of(":now", NOW))
                .build();

        Map<String, AwsRequest> changed = changes(new WeakerConditions(), put);

        assertThat(changed.keySet())
                .containsExactlyInAnyOrder(
                        "without its condition",
                        "without attribute_not_exists(PK)",
                        "without #e <= :now",
                        "the border of #e <= :now moved");
        assertThat(changed)
                .containsEntry(
                        "without its condition",
                        PutItemRequest.builder().tableName("chat").item(KEY).build())
                .containsEntry(
                        "without #e <= :now",
                        PutItemRequest.builder()
                                .tableName("chat")
                                .item(KEY)
                                .conditionExpression("attribute_not_exists(PK)")
                                .build())
                .containsEntry(
                        "the border of #e <= :now moved",
                        put.toBuilder()
                                .conditionExpression("attribute_not_exists(PK) OR #e < :now")
                                .build());
    }

    @Test
    void a_filter_and_a_part_of_the_key_condition_are_forgotten() {
        Map<String, AwsRequest> changed = changes(new WeakerConditions(), TURNS);

        assertThat(changed.keySet())
                .containsExactlyInAnyOrder("without its filter", "without begins_with(SK, :turn)", "without PK = :pk");
        QueryRequest unfiltered = only(QueryRequest.class, changed.get("without its filter"));
        assertThat(unfiltered.filterExpression()).isNull();
        assertThat(unfiltered.hasExpressionAttributeNames()).isFalse();
        assertThat(unfiltered.expressionAttributeValues()).containsOnlyKeys(":pk", ":turn");
        QueryRequest everything = only(QueryRequest.class, changed.get("without begins_with(SK, :turn)"));
        assertThat(everything.keyConditionExpression()).isEqualTo("PK = :pk");
        assertThat(everything.expressionAttributeValues()).containsOnlyKeys(":pk", ":speaker");
    }

    @Test
    void the_condition_of_one_member_of_a_transaction_is_forgotten() {
        TransactWriteItemsRequest both = TransactWriteItemsRequest.builder()
                .transactItems(guarded("a"), guarded("b"))
                .build();

        Map<String, AwsRequest> changed = changes(new WeakerConditions(), both);

        assertThat(changed.keySet())
                .containsExactlyInAnyOrder("member 1 without its condition", "member 2 without its condition");
        TransactWriteItemsRequest second =
                only(TransactWriteItemsRequest.class, changed.get("member 2 without its condition"));
        assertThat(second.transactItems().get(0)).isEqualTo(guarded("a"));
        assertThat(second.transactItems().get(1).put().conditionExpression()).isNull();
        assertThat(second.transactItems().get(1).put().item()).isEqualTo(item("b"));
    }

    @Test
    void order_and_limit_are_changed() {
        QueryRequest newest =
                TURNS.toBuilder().scanIndexForward(false).limit(10).build();

        assertThat(changes(new OtherReads(), newest))
                .containsOnly(
                        Map.entry(
                                "in the other order",
                                newest.toBuilder().scanIndexForward(true).build()),
                        Map.entry(
                                "without its limit",
                                newest.toBuilder().limit(null).build()),
                        Map.entry("limit one more", newest.toBuilder().limit(11).build()),
                        Map.entry("limit one less", newest.toBuilder().limit(9).build()));
        assertThat(changes(new OtherReads(), TURNS))
                .containsOnly(Map.entry(
                        "in the other order",
                        TURNS.toBuilder().scanIndexForward(false).build()));
        assertThat(changes(new OtherReads(), newest.toBuilder().limit(1).build()))
                .doesNotContainKey("limit one less");
    }

    @Test
    void one_item_has_no_order_and_no_limit() {
        QueryRequest one = QueryRequest.builder()
                .keyConditionExpression("PK = :pk AND SK = :sk")
                .limit(1)
                .build();

        assertThat(changes(new OtherReads(), one)).isEmpty();
        assertThat(changes(
                        new OtherReads(),
                        one.toBuilder().indexName("by_customer").build()))
                .hasSize(3);
    }

    @Test
    void a_page_starts_over() {
        QueryRequest second = TURNS.toBuilder().exclusiveStartKey(KEY).build();

        assertThat(changes(new OtherReads(), second)).containsEntry(OtherReads.STARTS_OVER, TURNS);
    }

    @Test
    void strong_reads_become_weak_in_batches_too() {
        GetItemRequest strong =
                GetItemRequest.builder().key(KEY).consistentRead(true).build();
        BatchGetItemRequest batch = BatchGetItemRequest.builder()
                .requestItems(Map.of(
                        "chat",
                        KeysAndAttributes.builder()
                                .keys(List.of(KEY))
                                .consistentRead(true)
                                .build()))
                .build();

        assertThat(changes(new OtherReads(), strong))
                .containsOnly(Map.entry(
                        "not strongly consistent",
                        GetItemRequest.builder().key(KEY).build()));
        BatchGetItemRequest weak =
                only(BatchGetItemRequest.class, changes(new OtherReads(), batch).get("not strongly consistent"));
        assertThat(weak.requestItems().values())
                .singleElement()
                .satisfies(keys -> assertThat(keys.consistentRead()).isNull());
        assertThat(changes(
                        new OtherReads(),
                        GetItemRequest.builder().key(KEY).consistentRead(false).build()))
                .isEmpty();
    }

    @Test
    void a_member_of_a_transaction_is_forgotten() {
        TransactWriteItemsRequest both = TransactWriteItemsRequest.builder()
                .transactItems(guarded("a"), guarded("b"))
                .build();

        assertThat(changes(new FewerMembers(), both))
                .containsOnly(
                        Map.entry(
                                "without member 1",
                                both.toBuilder().transactItems(guarded("b")).build()),
                        Map.entry(
                                "without member 2",
                                both.toBuilder().transactItems(guarded("a")).build()));
    }

    @Test
    void the_first_and_the_last_of_a_batch_are_forgotten() {
        BatchWriteItemRequest three = BatchWriteItemRequest.builder()
                .requestItems(Map.of("chat", List.of(write("a"), write("b"), write("c"))))
                .build();

        assertThat(changes(new FewerMembers(), three))
                .containsOnly(
                        Map.entry(
                                "without its first member",
                                three.toBuilder()
                                        .requestItems(Map.of("chat", List.of(write("b"), write("c"))))
                                        .build()),
                        Map.entry(
                                "without its last member",
                                three.toBuilder()
                                        .requestItems(Map.of("chat", List.of(write("a"), write("b"))))
                                        .build()));
    }

    @Test
    void an_action_of_an_update_is_forgotten_with_its_value() {
        UpdateItemRequest update = UpdateItemRequest.builder()
                .key(KEY)
                .updateExpression("SET seen = :now ADD turns :one")
                .expressionAttributeValues(Map.of(":now", NOW, ":one", AttributeValue.fromN("1")))
                .build();

        UpdateItemRequest fewer = only(
                UpdateItemRequest.class, changes(new FewerMembers(), update).get("without SET seen = :now"));
        assertThat(fewer.updateExpression()).isEqualTo("ADD turns :one");
        assertThat(fewer.expressionAttributeValues()).containsOnlyKeys(":one");
    }

    @Test
    void seconds_become_milliseconds_and_nothing_else_does() {
        PutItemRequest put = PutItemRequest.builder()
                .item(Map.of(
                        "expires_at", NOW,
                        "created_at", AttributeValue.fromN("1795338000123"),
                        "turns", AttributeValue.fromN("12"),
                        "price", AttributeValue.fromN("0.5"),
                        "code", AttributeValue.fromS("1795338000")))
                .conditionExpression("expires_at < :now")
                .expressionAttributeValues(Map.of(":now", NOW))
                .build();

        Map<String, AwsRequest> changed = changes(new WrongUnit(), put);

        assertThat(changed.keySet()).containsExactlyInAnyOrder("expires_at in milliseconds", ":now in milliseconds");
        PutItemRequest wrong = only(PutItemRequest.class, changed.get("expires_at in milliseconds"));
        assertThat(wrong.item()).containsEntry("expires_at", AttributeValue.fromN("1795338000000"));
        assertThat(wrong.expressionAttributeValues()).containsEntry(":now", NOW);
    }

    @Test
    void a_token_of_the_callers_is_replaced_and_one_of_the_sdk_is_not() {
        TransactWriteItemsRequest mine =
                TransactWriteItemsRequest.builder().clientRequestToken("q-100").build();

        TransactWriteItemsRequest other = only(
                TransactWriteItemsRequest.class, changes(new OtherToken(), mine).get("with a new token each time"));
        assertThat(other.clientRequestToken()).isNotEqualTo("q-100");
        assertThat(changes(new OtherToken(), other)).isEmpty();
    }

    @Test
    void the_key_of_an_index_is_left_out_of_an_item() {
        LostIndexKey operator = new LostIndexKey(table -> table.equals("chat") ? Set.of("customer") : Set.of());
        Map<String, AttributeValue> item =
                Map.of("PK", AttributeValue.fromS("a"), "customer", AttributeValue.fromS("c"));
        PutItemRequest put =
                PutItemRequest.builder().tableName("chat").item(item).build();

        assertThat(changes(operator, put))
                .containsOnly(Map.entry(
                        "without customer", put.toBuilder().item(item("a")).build()));
        assertThat(changes(operator, put.toBuilder().tableName("other").build()))
                .isEmpty();
    }

    @Test
    void the_key_of_the_next_page_and_what_was_left_over_are_ignored() {
        QueryResponse page = QueryResponse.builder()
                .items(List.of(KEY))
                .lastEvaluatedKey(KEY)
                .build();
        BatchWriteItemResponse partly = BatchWriteItemResponse.builder()
                .unprocessedItems(Map.of("chat", List.of(write("a"))))
                .build();

        assertThat(DeafReader.on(page))
                .containsExactly(new Change<>(
                        "the key of the next page ignored",
                        QueryResponse.builder().items(List.of(KEY)).build()));
        assertThat(DeafReader.on(partly))
                .containsExactly(new Change<>(
                        "what was left over ignored",
                        BatchWriteItemResponse.builder().build()));
        assertThat(DeafReader.on(QueryResponse.builder().build())).isEmpty();
    }

    @Test
    void an_exception_is_swallowed() {
        PutItemResponse nothing = PutItemResponse.builder().build();

        assertThat(DeafReader.on(ConditionalCheckFailedException.builder().build(), nothing))
                .containsExactly(new Change<>("ConditionalCheckFailedException swallowed", nothing));
    }

    private static Map<String, AwsRequest> changes(Operator operator, AwsRequest request) {
        return operator.on(request).stream().collect(Collectors.toMap(Change::words, Change::result));
    }

    private static <Q extends AwsRequest> Q only(Class<Q> type, @Nullable AwsRequest request) {
        return Optional.ofNullable(request).map(type::cast).orElseThrow();
    }

    private static Map<String, AttributeValue> item(String id) {
        return Map.of("PK", AttributeValue.fromS(id));
    }

    private static TransactWriteItem guarded(String id) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName("chat").item(item(id)).conditionExpression("attribute_not_exists(PK)"))
                .build();
    }

    private static WriteRequest write(String id) {
        return WriteRequest.builder().putRequest(put -> put.item(item(id))).build();
    }
}
