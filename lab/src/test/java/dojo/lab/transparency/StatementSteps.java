package dojo.lab.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PartiQL: single statements, batches and transactions of them. */
record StatementSteps(Chance chance, Values values, List<Table> tables) {

    Step one() {
        return Step.of(
                "ExecuteStatement",
                Json.with(
                        statement(chance.oneIn(2)),
                        "ConsistentRead",
                        maybe(6, true),
                        "Limit",
                        maybe(4, 1 + chance.below(3)),
                        "ReturnConsumedCapacity",
                        maybe(5, chance.of("TOTAL", "INDEXES"))));
    }

    Step batch() {
        boolean reads = chance.oneIn(2);
        return Step.of(
                "BatchExecuteStatement", "Statements", several(reads), "ReturnConsumedCapacity", maybe(5, "TOTAL"));
    }

    Step transaction() {
        boolean reads = chance.oneIn(2);
        List<Object> statements = several(reads);
        String capacity = maybe(5, "TOTAL");
        int token = chance.below(1000);
        boolean replayable = chance.oneIn(2);
        return memory -> new Ask(
                "ExecuteTransaction",
                Json.object(
                        "TransactStatements",
                        statements,
                        "ReturnConsumedCapacity",
                        capacity,
                        "ClientRequestToken",
                        replayable ? memory.token(token) : null));
    }

    private List<Object> several(boolean reads) {
        List<Object> all = new ArrayList<>();
        for (int i = 1 + chance.below(3); i > 0; i--) {
            all.add(statement(chance.oneIn(12) != reads));
        }
        return all;
    }

    private Map<String, Object> statement(boolean reads) {
        Table table = chance.of(tables);
        Map<String, Object> key = values.key(table);
        List<Object> parameters = new ArrayList<>();
        String from = '"' + (chance.oneIn(14) ? "nowhere" : table.name()) + '"';
        if (chance.oneIn(14)) {
            return Json.object(
                    "Statement",
                    chance.of(
                            "SELEC * FROM " + from,
                            "SELECT * FROM",
                            "",
                            "INSERT INTO " + from + " VALUE {}",
                            "SELECT * FROM " + from + " WHERE note = ?",
                            "DELETE FROM " + from,
                            "DROP TABLE " + from,
                            "UPDATE " + from + " SET note = 'x'",
                            "SELECT frob(note) FROM " + from));
        }
        if (reads) {
            String what = chance.of("*", "note", table.hash() + ", note");
            if (chance.oneIn(5)) {
                return Json.object("Statement", "SELECT " + what + " FROM " + from);
            }
            return parametrised("SELECT " + what + " FROM " + from + " WHERE " + where(key, parameters), parameters);
        }
        switch (chance.below(4)) {
            case 0 -> {
                parameters.add(values.typical("note"));
                return parametrised("UPDATE " + from + " SET note = ? WHERE " + where(key, parameters), parameters);
            }
            case 1 -> {
                return parametrised(
                        "UPDATE " + from + " REMOVE tally WHERE " + where(key, parameters)
                                + chance.of("", " AND note = 'a'"),
                        parameters);
            }
            case 2 -> {
                return parametrised(
                        "DELETE FROM " + from + " WHERE " + where(key, parameters)
                                + chance.of("", " RETURNING ALL OLD *"),
                        parameters);
            }
            default -> {
                StringBuilder item = new StringBuilder("{'note': 'inserted'");
                key.forEach((name, value) -> {
                    item.append(", '").append(name).append("': ?");
                    parameters.add(value);
                });
                return parametrised("INSERT INTO " + from + " VALUE " + item + "}", parameters);
            }
        }
    }

    private String where(Map<String, Object> key, List<Object> parameters) {
        List<String> conditions = new ArrayList<>();
        key.forEach((name, value) -> {
            // Without the whole key a read is a query, and a write is refused.
            if (conditions.isEmpty() || !chance.oneIn(8)) {
                conditions.add('"' + name + "\" = ?");
                parameters.add(value);
            }
        });
        return String.join(" AND ", conditions);
    }

    private static Map<String, Object> parametrised(String statement, List<Object> parameters) {
        return Json.object("Statement", statement, "Parameters", parameters.isEmpty() ? null : parameters);
    }

    private <T> @Nullable T maybe(int oneIn, T value) {
        return chance.oneIn(oneIn) ? value : null;
    }
}
