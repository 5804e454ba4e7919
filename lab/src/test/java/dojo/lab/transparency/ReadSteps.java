package dojo.lab.transparency;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Query and Scan: of tables and indexes, filtered, projected, counted, reversed, in pages and in segments. */
record ReadSteps(Chance chance, Values values, Expressions expressions) {

    Step query(Table table) {
        String index = index(table);
        List<String> keys = table.indexes()
                .getOrDefault(String.valueOf(index), List.copyOf(table.keys().keySet()));
        Map<String, Object> query = Json.object(
                "TableName",
                table.name(),
                "IndexName",
                index,
                "ScanIndexForward",
                maybe(3, chance.oneIn(3)),
                "Limit",
                maybe(3, chance.of(1, 2, 3, 5, 1000)),
                "ConsistentRead",
                maybe(5, chance.oneIn(2)),
                "Select",
                maybe(6, chance.of("COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES")));
        expressions.put(query, table, "KeyConditionExpression", keyCondition(index, keys));
        narrow(query, table);
        return Step.of("Query", query);
    }

    Step scan(Table table) {
        Map<String, Object> scan = Json.object(
                "TableName",
                table.name(),
                "IndexName",
                index(table),
                "Limit",
                maybe(3, chance.of(1, 2, 3, 5, 1000)),
                "ConsistentRead",
                maybe(8, true),
                "Select",
                maybe(6, chance.of("COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES")));
        if (chance.oneIn(4)) {
            int segments = 1 + chance.below(4);
            scan.put("TotalSegments", segments);
            scan.put("Segment", chance.oneIn(12) ? segments : chance.below(segments));
        }
        narrow(scan, table);
        return Step.of("Scan", scan);
    }

    /** Goes on where the last page, of whatever it was, ended. */
    Step rest(Table table) {
        Ask start = new Ask("Scan", Json.object("TableName", table.name(), "Limit", 2));
        return memory -> memory.rest().orElse(start);
    }

    /** The forms from before expressions. */
    Step legacy(Table table) {
        Object any = chance.of(
                Json.object("ComparisonOperator", "NOT_NULL"),
                Json.object("ComparisonOperator", "EQ", "AttributeValueList", List.of(Values.s("a"))),
                Json.object("ComparisonOperator", "BETWEEN", "AttributeValueList", List.of(Values.s("a"))));
        if (chance.oneIn(2)) {
            return Step.of(
                    "Scan",
                    "TableName",
                    table.name(),
                    "ScanFilter",
                    Json.object("note", any, "tally", maybe(2, any)),
                    "ConditionalOperator",
                    maybe(2, "OR"));
        }
        String type = table.keys().getOrDefault(table.hash(), "S");
        return Step.of(
                "Query",
                "TableName",
                table.name(),
                "KeyConditions",
                Json.object(
                        table.hash(),
                        Json.object(
                                "ComparisonOperator", "EQ", "AttributeValueList", List.of(values.keyValue(type, 3)))),
                "QueryFilter",
                maybe(2, Json.object("note", any)));
    }

    private String keyCondition(@Nullable String index, List<String> keys) {
        if (chance.oneIn(15)) {
            return chance.of(
                    "#hash > :hash",
                    "note = :s",
                    "#hash = :hash OR #hash = :hash2",
                    "",
                    "#hash = :n",
                    "frob",
                    "#hash = :missing",
                    "#hash = :hash AND note = :s",
                    "begins_with(#hash, :hash)");
        }
        if (index != null && keys.size() == 4) {
            return chance.of(
                    "city = :kcity AND street = :kstreet",
                    "city = :kcity AND street = :kstreet AND house = :khouse",
                    "city = :kcity AND street = :kstreet AND house = :khouse AND posted >= :kposted",
                    "city = :kcity AND street = :kstreet AND house > :khouse",
                    "city = :kcity",
                    "city = :kcity AND street = :kstreet AND posted = :kposted");
        }
        String hash = "#" + keys.get(0) + " = :k" + keys.get(0);
        if (keys.size() == 1 || chance.oneIn(2)) {
            return hash;
        }
        String range = keys.get(1);
        return hash + " AND "
                + chance.of(
                                "R = :kR",
                                "R > :kR",
                                "R <= :kR",
                                "R BETWEEN :kR AND :kR",
                                "begins_with(R, :kR)",
                                "R <> :kR")
                        .replace("R", range);
    }

    private void narrow(Map<String, Object> read, Table table) {
        if (chance.oneIn(4)) {
            List<String> from = chance.oneIn(8) ? Expressions.WRONG_CONDITIONS : Expressions.FILTERS;
            expressions.put(read, table, "FilterExpression", chance.of(from));
        }
        if (chance.oneIn(6)) {
            List<String> from = chance.oneIn(6) ? Expressions.WRONG_PROJECTIONS : Expressions.PROJECTIONS;
            expressions.put(read, table, "ProjectionExpression", chance.of(from));
        }
        if (chance.oneIn(12)) {
            read.put("ExclusiveStartKey", values.key(table));
        }
        if (chance.oneIn(4)) {
            read.put("ReturnConsumedCapacity", chance.of("TOTAL", "INDEXES"));
        }
    }

    private @Nullable String index(Table table) {
        if (table.indexes().isEmpty() || chance.oneIn(2)) {
            return chance.oneIn(60) ? "no-such-index" : null;
        }
        return chance.of(List.copyOf(table.indexes().keySet()));
    }

    private <T> @Nullable T maybe(int oneIn, T value) {
        return chance.oneIn(oneIn) ? value : null;
    }
}
