package dojo.workbench.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Each way to spoil a request, on the request in which it matters. */
class OperatorsTest extends OperatorScene {

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
    void an_exception_is_swallowed() {
        PutItemResponse nothing = PutItemResponse.builder().build();

        assertThat(DeafReader.on(ConditionalCheckFailedException.builder().build(), nothing))
                .containsExactly(new Change<>("ConditionalCheckFailedException swallowed", nothing));
    }
}
