// Misconception: A batch that comes back without an exception is done.
// Held by: GenU, whose deletion of a chat is one plain BatchWriteItem
// Rejected by: what_was_said_a_moment_ago_is_erased_too
package dojo.c09_ttl.e4_erase_with_receipt;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Erases all sessions of a customer. */
public final class Eraser {
    private final DynamoDbClient ddb;
    private final String table;
    private final Copies copies;
    private final InstantSource clock;

    public Eraser(DynamoDbClient ddb, String table, Copies copies, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.copies = copies;
        this.clock = clock;
    }

    /** Deletes every item of every session now; the same call again goes on where an earlier one stopped. */
    public Receipt erase(String customerId) {
        note(customerId, "SET requested_at = if_not_exists(requested_at, :value)", now()); // nobody writes from here on
        List<Map<String, AttributeValue>> members = keys("CUSTOMER#" + customerId).stream()
                .filter(key -> Items.kind(key).equals("MEMBER"))
                .toList();
        List<Map<String, AttributeValue>> said = members.stream()
                .flatMap(member -> keys(Items.sessionOf(member)).stream())
                .toList();

        // Written down before anything is deleted: whoever goes on after a stop finds less.
        Map<String, Integer> found = Stream.concat(members.stream(), said.stream())
                .collect(Collectors.toMap(Items::kind, key -> 1, Integer::sum));
        note(customerId, "SET counts = if_not_exists(counts, :value)", Items.attribute(found));
        delete(said);
        delete(members); // last, since nobody finds the rest without them

        Map<String, AttributeValue> marker =
                note(customerId, "SET finished_at = if_not_exists(finished_at, :value)", now());
        Instant finishedAt = Items.finishedAt(marker);
        return new Receipt(Items.counts(marker), finishedAt, copies.after(finishedAt));
    }

    private Map<String, AttributeValue> note(String customerId, String update, AttributeValue value) {
        return ddb.updateItem(marker -> marker.tableName(table)
                        .key(Items.markerKey(customerId))
                        .updateExpression(update)
                        .expressionAttributeValues(Map.of(":value", value))
                        .returnValues(ReturnValue.ALL_NEW))
                .attributes();
    }

    private List<Map<String, AttributeValue>> keys(String partitionKey) {
        return ddb
                .queryPaginator(query -> query.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partitionKey))))
                .items()
                .stream()
                .map(Items::keyOf)
                .toList();
    }

    private void delete(List<Map<String, AttributeValue>> keys) {
        for (int from = 0; from < keys.size(); from += 25) {
            List<WriteRequest> page = keys.subList(from, Math.min(from + 25, keys.size())).stream()
                    .map(key -> WriteRequest.builder()
                            .deleteRequest(delete -> delete.key(key))
                            .build())
                    .toList();
            ddb.batchWriteItem(batch -> batch.requestItems(Map.of(table, page)));
        }
    }

    private AttributeValue now() {
        return AttributeValue.fromN(Long.toString(clock.millis()));
    }
}
