package dojo.c11_transactions.e6_not_a_transaction;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What it takes to give a session of the assistant to an agent. */
public final class HandOver {
    private HandOver() {}

    /** META gets another speaker, unless an agent speaks already; and the session stands in the list of the agent. */
    public static List<TransactWriteItem> actions(String table, String sessionId, String agent) {
        TransactWriteItem speaker = TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(Items.metaKey(sessionId))
                        .updateExpression("SET speaker = :agent")
                        .conditionExpression("speaker = :assistant")
                        .expressionAttributeValues(Map.of(
                                ":agent", AttributeValue.fromS(agent),
                                ":assistant", AttributeValue.fromS("assistant"))))
                .build();
        TransactWriteItem listed = TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(Items.assignment(agent, sessionId)))
                .build();
        return List.of(speaker, listed);
    }
}
