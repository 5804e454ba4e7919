package dojo.lab.transparency;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests about streams; their names and iterators come from what each side was told before. */
record StreamSteps(Chance chance, List<Table> tables) {

    Step any() {
        int which = chance.below(8);
        String table = chance.oneIn(12) ? "nowhere" : chance.of(tables).name();
        return switch (chance.below(8)) {
            case 0 -> Step.of("ListStreams", "TableName", maybe(2, table), "Limit", maybe(3, chance.of(1, 2, 100)));
            case 1, 2 -> describe(table);
            case 3, 4 -> iterator(which);
            default -> records(which);
        };
    }

    /** Each side has to learn its own stream names first. */
    static List<Step> learning(List<Table> tables) {
        return tables.stream()
                .map(table -> Step.of("DescribeTable", "TableName", table.name()))
                .toList();
    }

    private Step describe(String table) {
        Integer limit = maybe(4, 1);
        boolean nameless = chance.oneIn(6);
        return memory -> new Ask(
                "DescribeStream", Json.object("StreamArn", nameless ? null : memory.stream(table), "Limit", limit));
    }

    /** A place in a stream before its oldest record, and a try to read from there. */
    static List<Step> trimmed() {
        Ask none = new Ask("ListStreams", Json.object());
        return List.of(
                memory -> memory.shard(0)
                        .map(shard -> new Ask(
                                "GetShardIterator",
                                Json.with(
                                        shard,
                                        "ShardIteratorType",
                                        "AT_SEQUENCE_NUMBER",
                                        "SequenceNumber",
                                        memory.shardStart(0).orElse("000000000000000000017"))))
                        .orElse(none),
                memory -> memory.iterator(0)
                        .map(iterator -> new Ask("GetRecords", Json.object("ShardIterator", iterator)))
                        .orElse(none));
    }

    private Step iterator(int which) {
        String type = chance.of(
                "TRIM_HORIZON", "TRIM_HORIZON", "LATEST", "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER", "FROB");
        boolean wrongNumber = chance.oneIn(8);
        boolean numbered = type.endsWith("NUMBER");
        return memory -> {
            Map<String, Object> shard = memory.shard(which)
                    .orElse(Json.object(
                            "StreamArn", memory.stream("indexed"), "ShardId", "shardId-000000000000000000"));
            String number = wrongNumber ? "17" : memory.sequenceNumber(which).orElse("000000000000000000001");
            return new Ask(
                    "GetShardIterator",
                    Json.with(shard, "ShardIteratorType", type, "SequenceNumber", numbered ? number : null));
        };
    }

    private Step records(int which) {
        Integer limit = maybe(2, chance.of(1, 3, 1000));
        String wrong = maybe(12, "not an iterator");
        return memory -> new Ask(
                "GetRecords",
                Json.object(
                        "ShardIterator",
                        wrong == null ? memory.iterator(which).orElse("none yet") : wrong,
                        "Limit",
                        limit));
    }

    private <T> @Nullable T maybe(int oneIn, T value) {
        return chance.oneIn(oneIn) ? value : null;
    }
}
