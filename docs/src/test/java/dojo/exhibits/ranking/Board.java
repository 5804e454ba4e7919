package dojo.exhibits.ranking;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Players with their best score, and an index that has them in order, under one key or under several. */
record Board(DynamoDbClient ddb, String table, int shards) {

    private static final long FAR = 9_999_999_999L;

    // tag::standing[]
    /** Higher sorts later; of equal scores the one that was reached first. */
    static String standing(int score, Instant reached) {
        return "%010d#%010d".formatted(score, FAR - reached.getEpochSecond());
    }
    // end::standing[]

    void score(String player, int score, Instant reached) {
        var entry = entry(player, score, reached);
        ddb.putItem(put -> put.tableName(table).item(entry));
    }

    Map<String, AttributeValue> entry(String player, int score, Instant reached) {
        int shard = Math.floorMod(player.hashCode(), shards);
        return Map.of(
                "PK", fromS(player),
                "board", fromS("BOARD#" + shard),
                "standing", fromS(standing(score, reached)));
    }

    // tag::gathers-the-top[]
    List<String> top(int most) {
        return IntStream.range(0, shards)
                .mapToObj(shard -> fromS("BOARD#" + shard))
                .flatMap(board -> best(board, most))
                .sorted(comparing(Board::standingOf, reverseOrder()))
                .limit(most)
                .map(player -> Objects.requireNonNull(player.get("PK")).s())
                .toList();
    }

    private Stream<Map<String, AttributeValue>> best(AttributeValue board, int most) {
        var page = ddb.query(query -> query.tableName(table)
                .indexName("standings")
                .keyConditionExpression("board = :board")
                .expressionAttributeValues(Map.of(":board", board))
                .scanIndexForward(false)
                .limit(most));
        return page.items().stream();
    }
    // end::gathers-the-top[]

    /** Reads everybody ahead in order to count them; pages, and asks each shard. */
    int rank(String standing) {
        int ahead = 0;
        for (int shard = 0; shard < shards; shard++) {
            var values = Map.of(":board", fromS("BOARD#" + shard), ":mine", fromS(standing));
            var pages = ddb.queryPaginator(query -> query.tableName(table)
                    .indexName("standings")
                    .keyConditionExpression("board = :board AND standing > :mine")
                    .expressionAttributeValues(values)
                    .select(Select.COUNT));
            ahead += pages.stream().mapToInt(page -> page.count()).sum();
        }
        return ahead + 1;
    }

    private static String standingOf(Map<String, AttributeValue> player) {
        return Objects.requireNonNull(player.get("standing")).s();
    }
}
