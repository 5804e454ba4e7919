package dojo.c08_hot_partitions.e2_shard_the_writes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The chat rooms of live events: everybody writes into one room at once, everybody reads its newest messages. */
public final class LiveRoom {
    private final DynamoDbClient ddb;
    private final String table;

    public LiveRoom(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a message once; a caller that got no answer brings the same message again. */
    public void post(String room, Message message) {
        Map<String, AttributeValue> item = new HashMap<>(message.attributes());
        item.put("PK", AttributeValue.fromS("ROOM#" + room));
        item.put("SK", AttributeValue.fromS(message.sortKey()));
        ddb.putItem(put -> put.tableName(table).item(item));
    }

    /** The newest messages of the room, the newest first. */
    public List<Message> latest(String room, int howMany) {
        return ddb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :room")
                        .expressionAttributeValues(Map.of(":room", AttributeValue.fromS("ROOM#" + room)))
                        .scanIndexForward(false)
                        .limit(howMany))
                .items()
                .stream()
                .map(Message::of)
                .toList();
    }
}
