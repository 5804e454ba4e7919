package dojo.workbench.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Each way to spoil a read, on the request in which it matters. */
class ReadOperatorsTest extends OperatorScene {

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
}
