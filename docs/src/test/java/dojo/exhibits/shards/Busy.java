package dojo.exhibits.shards;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Votes for one song, under one key or spread over several. */
final class Busy {

    private final DynamoDbClient ddb;
    private final String table;
    private final int shards;

    Busy(DynamoDbClient ddb, String table, int shards) {
        this.ddb = ddb;
        this.table = table;
        this.shards = shards;
    }

    // tag::sharded-write[]
    void vote(String song, String voter) {
        int shard = Math.floorMod(voter.hashCode(), shards);
        var key = fromS("SONG#" + song + "#" + shard);
        var vote = Map.of("PK", key, "SK", fromS("VOTE#" + voter));
        ddb.putItem(put -> put.tableName(table).item(vote));
    }
    // end::sharded-write[]

    // tag::gather[]
    List<Map<String, AttributeValue>> votes(String song) {
        return IntStream.range(0, shards)
                .mapToObj(shard -> fromS("SONG#" + song + "#" + shard))
                .flatMap(key -> ddb
                        .queryPaginator(query -> query.tableName(table)
                                .keyConditionExpression("PK = :shard")
                                .expressionAttributeValues(Map.of(":shard", key)))
                        .items()
                        .stream())
                .toList();
    }
    // end::gather[]
}
