package dojo.c08_hot_partitions.e2_shard_the_writes;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The chat rooms of live events: everybody writes into one room at once, everybody reads its newest messages. */
public final class LiveRoom {
    private static final int SHARDS = 10;

    private final DynamoDbClient ddb;
    private final String table;

    public LiveRoom(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a message once; a caller that got no answer brings the same message again. */
    // tag::shard-the-writes[]
    public void post(String room, Message message) {
        int shard = Math.floorMod(message.id().hashCode(), SHARDS);
        Map<String, AttributeValue> item = new HashMap<>(message.attributes());
        item.put("PK", AttributeValue.fromS("ROOM#%s#%d".formatted(room, shard)));
        item.put("SK", AttributeValue.fromS(message.sortKey()));
        ddb.putItem(put -> put.tableName(table).item(item));
    }
    // end::shard-the-writes[]

    /** The newest messages of the room, the newest first. */
    // tag::gather[]
    public List<Message> latest(String room, int howMany) {
        return IntStream.range(0, SHARDS)
                .boxed()
                .flatMap(shard -> latest(room, shard, howMany))
                .sorted(Comparator.comparing(Message::sortKey).reversed())
                .limit(howMany)
                .toList();
    }

    /** All of them may be in one shard, so each is asked for as many as are wanted. */
    private Stream<Message> latest(String room, int shard, int howMany) {
        return ddb
                .query(query -> query.tableName(table)
                        .keyConditionExpression("PK = :shard")
                        .expressionAttributeValues(
                                Map.of(":shard", AttributeValue.fromS("ROOM#%s#%d".formatted(room, shard))))
                        .scanIndexForward(false)
                        .limit(howMany))
                .items()
                .stream()
                .map(Message::of);
    }
    // end::gather[]
}
