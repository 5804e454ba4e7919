package dojo.lab.bill;

import static dojo.lab.bill.Scene.item;
import static dojo.lab.bill.Scene.key;
import static dojo.lab.bill.Scene.s;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.law.Call;
import dojo.lab.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Row 2.15: batches succeed in part, and only the part is paid. Local always does all, so a store that does not is made here. */
class UnprocessedTest {

    private static final String TABLE = "sessions";

    private final Meter meter = new Meter();

    @Test
    void row_2_15_unprocessed_keys_are_not_paid_for() {
        var keys = keys("a", "b", "c");
        var answer = BatchGetItemResponse.builder()
                .responses(Map.of(TABLE, List.of(key("p", "a"))))
                .unprocessedKeys(Map.of(TABLE, keys("c")))
                .build();

        var billed = (BatchGetItemResponse) billed(
                BatchGetItemRequest.builder()
                        .requestItems(Map.of(TABLE, keys))
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build(),
                store(answer));

        assertThat(meter.billSince(0)).isEqualTo(new Bill(1, 1, 0));
        assertThat(billed.consumedCapacity().get(0).capacityUnits()).isEqualTo(1);
        assertThat(meter.lines()).hasToString("[BatchGetItem sessions: 3 keys -> 1 item, 1 unprocessed, 1 RU]");
    }

    @Test
    void row_2_15_unprocessed_writes_are_not_paid_for() {
        var answer = BatchWriteItemResponse.builder()
                .unprocessedItems(Map.of(TABLE, List.of(put("b"))))
                .build();

        billed(
                BatchWriteItemRequest.builder()
                        .requestItems(Map.of(TABLE, List.of(put("a"), put("b"), put("c"))))
                        .build(),
                store(answer));

        assertThat(meter.billSince(0)).isEqualTo(new Bill(1, 0, 2));
        assertThat(meter.lines()).hasToString("[BatchWriteItem sessions: put 3 -> 1 unprocessed, 2 WU]");
    }

    private AwsResponse billed(AwsRequest request, Store store) {
        return Billed.by(meter, store).answer(Call.arriving(1, Instant.EPOCH, request));
    }

    private static Store store(AwsResponse answer) {
        return new Store() {
            @Override
            public AwsResponse execute(AwsRequest request) {
                if (request instanceof GetItemRequest) {
                    return GetItemResponse.builder().build();
                }
                boolean batch = request instanceof BatchGetItemRequest || request instanceof BatchWriteItemRequest;
                return batch ? answer : described();
            }

            @Override
            public void close() {}
        };
    }

    private static DescribeTableResponse described() {
        var partition = KeySchemaElement.builder().attributeName("PK").keyType(KeyType.HASH);
        var sort = KeySchemaElement.builder().attributeName("SK").keyType(KeyType.RANGE);
        return DescribeTableResponse.builder()
                .table(table -> table.keySchema(partition.build(), sort.build()))
                .build();
    }

    private static KeysAndAttributes keys(String... sorts) {
        return KeysAndAttributes.builder()
                .keys(List.of(sorts).stream().map(sort -> key("p", sort)).toList())
                .build();
    }

    private static WriteRequest put(String sort) {
        return WriteRequest.builder()
                .putRequest(PutRequest.builder()
                        .item(item("PK", s("p"), "SK", s(sort)))
                        .build())
                .build();
    }
}
