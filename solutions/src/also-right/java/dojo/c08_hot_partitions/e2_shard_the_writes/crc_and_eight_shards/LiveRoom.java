// Idea: Eight shards are enough for this room; a checksum of the id spreads as well as its hash.
package dojo.c08_hot_partitions.e2_shard_the_writes;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The chat rooms of live events: everybody writes into one room at once, everybody reads its newest messages. */
public final class LiveRoom {
    private static final int SHARDS = 8;

    private final DynamoDbClient ddb;
    private final String table;

    public LiveRoom(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    /** Stores a message once; a caller that got no answer brings the same message again. */
    public void post(String room, Message message) {
        CRC32 crc = new CRC32();
        crc.update(message.id().getBytes(StandardCharsets.UTF_8));
        long shard = crc.getValue() % SHARDS;
        Map<String, AttributeValue> item = new HashMap<>(message.attributes());
        item.put("PK", AttributeValue.fromS("ROOM#%s#%d".formatted(room, shard)));
        item.put("SK", AttributeValue.fromS(message.sortKey()));
        ddb.putItem(put -> put.tableName(table).item(item));
    }

    /** The newest messages of the room, the newest first. */
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
}
