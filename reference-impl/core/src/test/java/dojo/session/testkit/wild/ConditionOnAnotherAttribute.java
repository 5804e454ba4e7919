package dojo.session.testkit.wild;

import dojo.session.testkit.Said;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * A timestamp key, and a condition that no item has this message's id.
 *
 * <p>Found in the design which this project corrects. A condition looks at the item with the same key and at no other:
 * a repeated message has a new timestamp, hence no such item, hence nothing that could have the id. What the condition
 * does refuse is another message of the same millisecond, and that one is taken for a repetition and dropped.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ConditionExpressions.html">AWS:
 *     condition expressions</a>
 */
record ConditionOnAnotherAttribute(Rows rows, InstantSource clock) implements WildStore {
    static WildStore on(DynamoDbClient client, String table, InstantSource clock) {
        return new ConditionOnAnotherAttribute(new Rows(client, table), clock);
    }

    @Override
    public void add(String conversation, Said said) {
        var item = Rows.item(conversation, "TURN#" + clock.millis(), said);
        try {
            rows.client()
                    .putItem(put -> put.tableName(rows.table())
                            .item(item)
                            .conditionExpression("attribute_not_exists(response_id)"));
        } catch (ConditionalCheckFailedException taken) {
            // "Stored already, by an earlier attempt."
        }
    }

    @Override
    public List<Said> everything(String conversation) {
        return rows.saidIn(conversation);
    }
}
