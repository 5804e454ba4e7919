package dojo.lab.transparency;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests for one item: GetItem, PutItem, UpdateItem and DeleteItem, with conditions and every kind of return. */
record ItemSteps(Chance chance, Values values, Expressions expressions) {

    Step get(Table table) {
        Map<String, Object> get = Json.object(
                "TableName", named(table), "Key", values.key(table), "ConsistentRead", maybe(3, chance.oneIn(2)));
        projection(get, table);
        return Step.of("GetItem", capacity(get));
    }

    Step put(Table table) {
        Map<String, Object> put = Json.object(
                "TableName",
                named(table),
                "Item",
                values.item(table),
                "ReturnValues",
                maybe(3, chance.of("ALL_OLD", "NONE")));
        condition(put, table);
        return Step.of("PutItem", capacity(put));
    }

    Step update(Table table) {
        Map<String, Object> update = Json.object(
                "TableName",
                named(table),
                "Key",
                values.key(table),
                "ReturnValues",
                maybe(2, chance.of("NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW")));
        if (!chance.oneIn(20)) {
            List<String> from = chance.oneIn(6) ? Expressions.WRONG_UPDATES : Expressions.UPDATES;
            expressions.put(update, table, "UpdateExpression", chance.of(from));
        }
        condition(update, table);
        return Step.of("UpdateItem", capacity(update));
    }

    Step delete(Table table) {
        Map<String, Object> delete = Json.object(
                "TableName",
                named(table),
                "Key",
                values.key(table),
                "ReturnValues",
                maybe(3, chance.of("ALL_OLD", "NONE")));
        condition(delete, table);
        return Step.of("DeleteItem", capacity(delete));
    }

    /** The forms from before expressions. */
    Step legacy(Table table) {
        Map<String, Object> expected = Json.object(
                "note",
                chance.of(
                        Json.object("Exists", false),
                        Json.object("Value", Values.s("a")),
                        Json.object("ComparisonOperator", "NULL"),
                        Json.object("ComparisonOperator", "GE", "AttributeValueList", List.of(Values.s("a"))),
                        Json.object("ComparisonOperator", "FROB")));
        Map<String, Object> updates = Json.object(
                "tally",
                chance.of(
                        Json.object("Action", "ADD", "Value", Values.n(2)),
                        Json.object("Action", "PUT", "Value", values.number()),
                        Json.object("Action", "DELETE"),
                        Json.object("Value", Values.s("none"))),
                "note",
                maybe(3, Json.object("Action", "DELETE")));
        return switch (chance.below(4)) {
            case 0 ->
                Step.of(
                        "PutItem",
                        "TableName",
                        table.name(),
                        "Item",
                        values.item(table),
                        "Expected",
                        expected,
                        "ReturnValues",
                        "ALL_OLD");
            case 1 ->
                Step.of(
                        "UpdateItem",
                        "TableName",
                        table.name(),
                        "Key",
                        values.key(table),
                        "AttributeUpdates",
                        updates,
                        "ReturnValues",
                        chance.of("ALL_NEW", "UPDATED_OLD"));
            case 2 -> Step.of("DeleteItem", "TableName", table.name(), "Key", values.key(table), "Expected", expected);
            default ->
                Step.of(
                        "GetItem",
                        "TableName",
                        table.name(),
                        "Key",
                        values.key(table),
                        "AttributesToGet",
                        List.of("note", chance.of("tally", "note")));
        };
    }

    /** The table's name, now and then by its ARN. */
    private String named(Table table) {
        return chance.oneIn(50) ? "arn:aws:dynamodb:ddblocal:000000000000:table/" + table.name() : table.name();
    }

    private void projection(Map<String, Object> get, Table table) {
        if (chance.oneIn(4)) {
            List<String> from = chance.oneIn(6) ? Expressions.WRONG_PROJECTIONS : Expressions.PROJECTIONS;
            expressions.put(get, table, "ProjectionExpression", chance.of(from));
        }
    }

    private void condition(Map<String, Object> write, Table table) {
        if (chance.oneIn(3)) {
            List<String> from = chance.oneIn(9) ? Expressions.WRONG_CONDITIONS : Expressions.CONDITIONS;
            expressions.put(write, table, "ConditionExpression", chance.of(from));
            if (chance.oneIn(2)) {
                write.put("ReturnValuesOnConditionCheckFailure", chance.of("ALL_OLD", "NONE"));
            }
        }
    }

    Map<String, Object> capacity(Map<String, Object> request) {
        if (chance.oneIn(4)) {
            request.put("ReturnConsumedCapacity", chance.of("TOTAL", "INDEXES", "NONE"));
        }
        return request;
    }

    private <T> @Nullable T maybe(int oneIn, T value) {
        return chance.oneIn(oneIn) ? value : null;
    }
}
