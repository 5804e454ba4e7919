package dojo.lab.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests for many items at once: batches and transactions, with tokens, replays, mismatches and cancellations. */
record ManySteps(Chance chance, Values values, Expressions expressions, List<Table> tables) {

    Step batchGet() {
        Map<String, Object> asked = Json.object();
        for (int i = 1 + chance.below(2); i > 0; i--) {
            Table table = chance.of(tables);
            // A key twice is refused; so few keys exist that it happens by itself.
            Map<String, Object> ofTable = Json.object(
                    "Keys", several(1 + chance.below(4), () -> values.key(table)), "ConsistentRead", maybe(4, true));
            if (chance.oneIn(5)) {
                expressions.put(ofTable, table, "ProjectionExpression", chance.of(Expressions.PROJECTIONS));
            }
            asked.put(table.name(), ofTable);
        }
        return Step.of("BatchGetItem", "RequestItems", asked, "ReturnConsumedCapacity", capacity());
    }

    Step batchWrite() {
        Map<String, Object> asked = Json.object();
        for (int i = 1 + chance.below(2); i > 0; i--) {
            Table table = chance.of(tables);
            asked.put(
                    table.name(),
                    several(
                            1 + chance.below(chance.oneIn(30) ? 27 : 4),
                            () -> chance.oneIn(3)
                                    ? Json.object("DeleteRequest", Json.object("Key", values.key(table)))
                                    : Json.object("PutRequest", Json.object("Item", values.item(table)))));
        }
        return Step.of("BatchWriteItem", "RequestItems", asked, "ReturnConsumedCapacity", capacity());
    }

    Step transactGet() {
        List<Object> gets = several(1 + chance.below(4), () -> {
            Table table = chance.of(tables);
            Map<String, Object> get = Json.object("TableName", table.name(), "Key", values.key(table));
            if (chance.oneIn(5)) {
                List<String> from = chance.oneIn(6) ? Expressions.WRONG_PROJECTIONS : Expressions.PROJECTIONS;
                expressions.put(get, table, "ProjectionExpression", chance.of(from));
            }
            return Json.object("Get", get);
        });
        return Step.of("TransactGetItems", "TransactItems", gets, "ReturnConsumedCapacity", capacity());
    }

    Step transactWrite() {
        List<Object> actions = several(1 + chance.below(4), this::action);
        Map<String, Object> write = Json.object("TransactItems", actions, "ReturnConsumedCapacity", capacity());
        if (chance.oneIn(3)) {
            return Step.of("TransactWriteItems", write);
        }
        int token = chance.below(1_000_000);
        return memory -> new Ask("TransactWriteItems", Json.with(write, "ClientRequestToken", memory.token(token)));
    }

    /** A transaction that commits, twice under one token; the second time, at times, it asks for something else. */
    List<Step> transactTwice() {
        Table table = chance.of(tables);
        Map<String, Object> item = values.key(table);
        item.put("note", Values.s("once"));
        Map<String, Object> other = chance.oneIn(2) ? Json.with(item, "note", Values.s("twice")) : item;
        int token = chance.below(1_000_000);
        String capacity = capacity();
        return List.of(
                memory -> new Ask("TransactWriteItems", putOf(table, item, memory.token(token), capacity)),
                memory -> new Ask("TransactWriteItems", putOf(table, other, memory.token(token), capacity)));
    }

    private static Map<String, Object> putOf(
            Table table, Map<String, Object> item, String token, @Nullable String capacity) {
        return Json.object(
                "TransactItems",
                List.of(Json.object("Put", Json.object("TableName", table.name(), "Item", item))),
                "ClientRequestToken",
                token,
                "ReturnConsumedCapacity",
                capacity);
    }

    private Map<String, Object> action() {
        Table table = chance.of(tables);
        Map<String, Object> action = Json.object("TableName", table.name());
        if (chance.oneIn(4)) {
            expressions.put(
                    action,
                    table,
                    "ConditionExpression",
                    chance.of(chance.oneIn(9) ? Expressions.WRONG_CONDITIONS : Expressions.CONDITIONS));
            if (chance.oneIn(2)) {
                action.put("ReturnValuesOnConditionCheckFailure", chance.of("ALL_OLD", "NONE"));
            }
        }
        switch (chance.below(5)) {
            case 0, 1 -> {
                action.put("Item", values.item(table));
                return Json.object("Put", action);
            }
            case 2 -> {
                action.put("Key", values.key(table));
                expressions.put(
                        action,
                        table,
                        "UpdateExpression",
                        chance.of(chance.oneIn(12) ? Expressions.WRONG_UPDATES : Expressions.UPDATES));
                return Json.object("Update", action);
            }
            case 3 -> {
                action.put("Key", values.key(table));
                return Json.object("Delete", action);
            }
            default -> {
                action.put("Key", values.key(table));
                if (!action.containsKey("ConditionExpression")) {
                    expressions.put(action, table, "ConditionExpression", chance.of(Expressions.CONDITIONS));
                }
                return Json.object("ConditionCheck", action);
            }
        }
    }

    private @Nullable String capacity() {
        return maybe(4, chance.of("TOTAL", "INDEXES"));
    }

    private static List<Object> several(int times, java.util.function.Supplier<Object> one) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(one.get());
        }
        return all;
    }

    private <T> @Nullable T maybe(int oneIn, T value) {
        return chance.oneIn(oneIn) ? value : null;
    }
}
