package dojo.lab.transparency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one side of the comparison has been told so far and may be asked with again: page keys, tokens, stream names and
 * iterators, which differ between the sides.
 */
final class Memory {

    /** A request that was answered in part, and the member that asks for the rest. */
    private record Unfinished(Ask ask, String member, Object value) {}

    private final String run;
    private final Map<String, String> streams = new HashMap<>();
    private final List<Map<String, Object>> shards = new ArrayList<>();
    private final List<String> shardStarts = new ArrayList<>();
    private final List<String> iterators = new ArrayList<>();
    private final List<String> sequenceNumbers = new ArrayList<>();
    private @Nullable Unfinished unfinished;

    /** @param run names this run, so that tokens of one run are never replays of another's */
    Memory(String run) {
        this.run = run;
    }

    String token(int number) {
        return run + "-token-" + number;
    }

    /** The rest of the last request that was answered in part; the same request again if there is none. */
    Optional<Ask> rest() {
        return Optional.ofNullable(unfinished)
                .map(last ->
                        new Ask(last.ask().operation(), Json.with(last.ask().members(), last.member(), last.value())));
    }

    String stream(String table) {
        return streams.getOrDefault(
                table, "arn:aws:dynamodb:ddblocal:000000000000:table/" + table + "/stream/2026-11-22T00:00:00.000");
    }

    /** One of the shards described so far, as members of a request. */
    Optional<Map<String, Object>> shard(int which) {
        return pick(shards, which);
    }

    /** The first number of that shard. */
    Optional<String> shardStart(int which) {
        return pick(shardStarts, which);
    }

    Optional<String> iterator(int which) {
        return pick(iterators, which);
    }

    Optional<String> sequenceNumber(int which) {
        return pick(sequenceNumbers, which);
    }

    void learn(Ask ask, Answer answer) {
        if (answer.refused()) {
            return;
        }
        Map<String, Object> said = answer.members();
        switch (ask.operation()) {
            case "Query", "Scan" -> learnRest(ask, "ExclusiveStartKey", said.get("LastEvaluatedKey"));
            case "ListTables" -> learnRest(ask, "ExclusiveStartTableName", said.get("LastEvaluatedTableName"));
            case "ExecuteStatement" -> learnRest(ask, "NextToken", said.get("NextToken"));
            case "DescribeTable" -> learnTable(Json.asObject(said.get("Table")));
            case "CreateTable", "UpdateTable", "DeleteTable" -> learnTable(Json.asObject(said.get("TableDescription")));
            case "DescribeStream" -> learnShards(Json.asObject(said.get("StreamDescription")));
            case "GetShardIterator" -> learnIterator(said.get("ShardIterator"));
            case "GetRecords" -> {
                learnIterator(said.get("NextShardIterator"));
                Json.asList(said.get("Records"))
                        .forEach(record -> sequenceNumbers.add(String.valueOf(
                                Json.asObject(Json.asObject(record).get("dynamodb"))
                                        .get("SequenceNumber"))));
            }
            default -> {}
        }
    }

    private void learnRest(Ask ask, String member, @Nullable Object value) {
        if (value != null) {
            unfinished = new Unfinished(ask, member, value);
        }
    }

    private void learnTable(Map<String, Object> table) {
        Object stream = table.get("LatestStreamArn");
        if (stream != null) {
            streams.put(String.valueOf(table.get("TableName")), stream.toString());
        }
    }

    private void learnShards(Map<String, Object> stream) {
        for (Object shard : Json.asList(stream.get("Shards"))) {
            shardStarts.add(String.valueOf(Json.asObject(Json.asObject(shard).get("SequenceNumberRange"))
                    .get("StartingSequenceNumber")));
            shards.add(Json.object(
                    "StreamArn",
                    stream.get("StreamArn"),
                    "ShardId",
                    Json.asObject(shard).get("ShardId")));
        }
    }

    private void learnIterator(@Nullable Object iterator) {
        if (iterator != null) {
            iterators.add(iterator.toString());
        }
    }

    /** The latest are the likeliest to matter, so counting starts from the end. */
    private static <T> Optional<T> pick(List<T> list, int which) {
        return list.isEmpty()
                ? Optional.empty()
                : Optional.of(list.get(list.size() - 1 - which % Math.min(list.size(), 8)));
    }
}
