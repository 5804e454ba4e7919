package dojo.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * One of those who load the lab, writing only to items of its own: so it knows what must be in them.
 *
 * <p>A write without an answer may have happened, or not: both are right, until the next one that is acknowledged.
 */
final class SoakGuest {

    static final String TABLE = "soaked";

    private static final int ITEMS = 40;
    /** What chaos does to requests; anything else is a defect. */
    private static final Set<String> EXPLAINED = Set.of(
            "ProvisionedThroughputExceededException",
            "ThrottlingException",
            "RequestLimitExceeded",
            "InternalServerError",
            "ServiceUnavailable",
            "TransactionCanceledException",
            "TransactionConflictException",
            "TransactionInProgressException",
            "ConditionalCheckFailedException");

    private final DynamoDbClient client;
    private final AttributeValue partition;
    private final Random random;
    /** By item, the versions that may be in it; one, if the last write was acknowledged. */
    private final Map<String, Set<Long>> versions = new HashMap<>();

    private final List<String> unexplained = new ArrayList<>();
    private long version;
    private long acknowledged;

    SoakGuest(DynamoDbClient client, int number) {
        this.client = client;
        this.partition = AttributeValue.fromS("GUEST#" + number);
        this.random = new Random(number);
    }

    void stayUntil(long end) {
        while (System.nanoTime() < end) {
            String item = "ITEM#" + random.nextInt(ITEMS);
            String other = "ITEM#" + random.nextInt(ITEMS);
            switch (random.nextInt(8)) {
                case 0, 1 -> write(() -> put(item), item);
                case 2 -> write(() -> update(item), item);
                case 3 -> write(() -> batch(item), item);
                case 4 -> {
                    if (!item.equals(other)) {
                        write(() -> transact(item, other), item, other);
                    }
                }
                case 5 -> read(() -> query());
                default -> read(() -> get(item));
            }
        }
    }

    long acknowledged() {
        return acknowledged;
    }

    List<String> unexplained() {
        return unexplained;
    }

    /** Items that hold none of the versions that they may. */
    List<String> lost(DynamoDbClient behind) {
        List<String> lost = new ArrayList<>();
        versions.forEach((item, possible) -> {
            AttributeValue found = behind.getItem(GetItemRequest.builder()
                            .tableName(TABLE)
                            .key(key(item))
                            .consistentRead(true)
                            .build())
                    .item()
                    .get("version");
            long seen = found == null ? 0 : Long.parseLong(found.n());
            if (!possible.contains(seen)) {
                lost.add(item + " holds " + seen + " and not one of " + possible);
            }
        });
        return lost;
    }

    /** Whether the work was acknowledged as a whole. */
    private interface Work {
        boolean done();
    }

    private void write(Work work, String... items) {
        version++;
        boolean done = attempt(work);
        for (String item : items) {
            Set<Long> possible = versions.computeIfAbsent(item, first -> new HashSet<>(Set.of(0L)));
            if (done) {
                possible.clear();
            }
            possible.add(version);
        }
        acknowledged += done ? 1 : 0;
    }

    private void read(Work work) {
        attempt(work);
    }

    private boolean attempt(Work work) {
        try {
            return work.done();
        } catch (DynamoDbException refused) {
            String code = refused.awsErrorDetails().errorCode();
            if (!EXPLAINED.contains(code)
                    || String.valueOf(refused.getMessage()).contains("defect")) {
                unexplained.add(code + ": " + refused.getMessage());
            }
        } catch (SdkClientException lostConnection) {
            if (!String.valueOf(lostConnection.getMessage()).contains("Unable to execute HTTP request")) {
                unexplained.add(lostConnection.toString());
            }
        } catch (RuntimeException defect) {
            unexplained.add(defect.toString());
        }
        return false;
    }

    private boolean put(String item) {
        client.putItem(
                PutItemRequest.builder().tableName(TABLE).item(image(item)).build());
        return true;
    }

    private boolean update(String item) {
        client.updateItem(UpdateItemRequest.builder()
                .tableName(TABLE)
                .key(key(item))
                .updateExpression("SET version = :v")
                .expressionAttributeValues(Map.of(":v", AttributeValue.fromN(Long.toString(version))))
                .build());
        return true;
    }

    private boolean batch(String item) {
        PutRequest put = PutRequest.builder().item(image(item)).build();
        BatchWriteItemResponse answer = client.batchWriteItem(BatchWriteItemRequest.builder()
                .requestItems(Map.of(
                        TABLE, List.of(WriteRequest.builder().putRequest(put).build())))
                .build());
        return answer.unprocessedItems().isEmpty();
    }

    private boolean transact(String item, String other) {
        List<TransactWriteItem> puts = List.of(item, other).stream()
                .map(one -> Put.builder().tableName(TABLE).item(image(one)).build())
                .map(put -> TransactWriteItem.builder().put(put).build())
                .toList();
        client.transactWriteItems(
                TransactWriteItemsRequest.builder().transactItems(puts).build());
        return true;
    }

    private boolean get(String item) {
        client.getItem(GetItemRequest.builder()
                .tableName(TABLE)
                .key(key(item))
                .consistentRead(random.nextBoolean())
                .build());
        return true;
    }

    private boolean query() {
        client.query(QueryRequest.builder()
                .tableName(TABLE)
                .keyConditionExpression("PK = :pk")
                .expressionAttributeValues(Map.of(":pk", partition))
                .limit(10)
                .build());
        return true;
    }

    private Map<String, AttributeValue> key(String item) {
        return Map.of("PK", partition, "SK", AttributeValue.fromS(item));
    }

    private Map<String, AttributeValue> image(String item) {
        return Map.of(
                "PK",
                partition,
                "SK",
                AttributeValue.fromS(item),
                "version",
                AttributeValue.fromN(Long.toString(version)),
                "text",
                AttributeValue.fromS("x".repeat(300)));
    }
}
