package dojo.session.rivals;

import static dojo.session.rivals.Values.oldestFirst;
import static dojo.session.rivals.Values.text;

import dojo.session.Window.Consistency;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Where one conversation is kept.
 *
 * @param consistency how a context is loaded, where the design leaves that open
 */
record Place(
        DynamoDbClient client,
        String table,
        String session,
        String customer,
        InstantSource clock,
        Consistency consistency) {
    boolean strong() {
        return consistency == Consistency.STRONG;
    }

    long millis() {
        return clock.millis();
    }

    /** A day from now in epoch seconds, as every design here sets time to live. */
    long tomorrow() {
        return clock.instant().getEpochSecond() + 86_400;
    }

    /** Texts of the latest turns of a partition, oldest first, and the question after them. */
    List<String> latestTurns(String partition, int most, Said... question) {
        QueryResponse page = client.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :turns)")
                .expressionAttributeValues(Map.of(":pk", text(partition), ":turns", text("TURN#")))
                .scanIndexForward(false)
                .limit(most)
                .consistentRead(strong()));
        return oldestFirst(
                page.items().stream().map(item -> Values.of(item, "content").s()), question);
    }

    /** Part of a transaction: a put where nothing stands yet. */
    TransactWriteItem putNew(Map<String, AttributeValue> item) {
        Put put = Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(PK)")
                .build();
        return TransactWriteItem.builder().put(put).build();
    }
}
