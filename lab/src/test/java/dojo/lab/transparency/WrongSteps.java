package dojo.lab.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Requests that are refused before anything happens: unknown tables, wrong keys, missing and oversized members. */
record WrongSteps(Chance chance, Values values, List<Table> tables) {

    Step any() {
        Table table = chance.of(tables);
        return switch (chance.below(11)) {
            case 0, 9 -> nowhere(table);
            case 1, 2 -> wrongKey(table);
            case 3 -> missing(table);
            case 4 -> oversize(table);
            case 5 -> tooMany(table);
            case 6 -> badValue(table);
            case 7 -> empty();
            default -> mixed(table);
        };
    }

    private Step nowhere(Table table) {
        return chance.of(
                Step.of("GetItem", "TableName", "nowhere", "Key", values.key(table)),
                Step.of("PutItem", "TableName", "nowhere", "Item", values.item(table)),
                Step.of("UpdateItem", "TableName", "nowhere", "Key", values.key(table)),
                Step.of("DeleteItem", "TableName", "nowhere", "Key", values.key(table)),
                Step.of("Scan", "TableName", "nowhere"),
                Step.of(
                        "Query",
                        "TableName",
                        "nowhere",
                        "KeyConditionExpression",
                        "a = :a",
                        "ExpressionAttributeValues",
                        Json.object(":a", Values.s("a"))),
                Step.of(
                        "BatchGetItem",
                        "RequestItems",
                        Json.object("nowhere", Json.object("Keys", List.of(values.key(table))))),
                Step.of(
                        "BatchWriteItem",
                        "RequestItems",
                        Json.object(
                                "nowhere",
                                List.of(Json.object("DeleteRequest", Json.object("Key", values.key(table)))))),
                Step.of(
                        "TransactGetItems",
                        "TransactItems",
                        List.of(Json.object("Get", Json.object("TableName", "nowhere", "Key", values.key(table))))),
                Step.of(
                        "TransactWriteItems",
                        "TransactItems",
                        List.of(Json.object("Delete", Json.object("TableName", "nowhere", "Key", values.key(table))))));
    }

    private Step wrongKey(Table table) {
        Map<String, Object> key = chance.of(
                Json.object("nokey", Values.s("x")),
                Json.object(),
                Json.with(values.key(table), "extra", Values.s("x")),
                Json.object(table.hash(), values.keyValue("S", 2)),
                Json.with(values.key(table), table.hash(), Values.s("")),
                Json.with(values.key(table), table.hash(), Json.object("BOOL", true)),
                Json.with(values.key(table), table.hash(), Values.n("12")));
        return chance.of(
                Step.of("GetItem", "TableName", table.name(), "Key", key),
                Step.of("PutItem", "TableName", table.name(), "Item", key),
                Step.of("UpdateItem", "TableName", table.name(), "Key", key),
                Step.of("DeleteItem", "TableName", table.name(), "Key", key),
                Step.of("BatchGetItem", "RequestItems", Json.object(table.name(), Json.object("Keys", List.of(key)))),
                Step.of(
                        "BatchWriteItem",
                        "RequestItems",
                        Json.object(table.name(), List.of(Json.object("PutRequest", Json.object("Item", key))))),
                Step.of(
                        "TransactGetItems",
                        "TransactItems",
                        List.of(Json.object("Get", Json.object("TableName", table.name(), "Key", key)))),
                Step.of(
                        "TransactWriteItems",
                        "TransactItems",
                        List.of(Json.object("Put", Json.object("TableName", table.name(), "Item", key)))));
    }

    private Step missing(Table table) {
        return chance.of(
                Step.of("GetItem", "TableName", table.name()),
                Step.of("GetItem", "Key", values.key(table)),
                Step.of("PutItem", "TableName", table.name()),
                Step.of("PutItem", "Item", values.item(table)),
                Step.of("UpdateItem", "TableName", table.name()),
                Step.of("DeleteItem", "Key", values.key(table)),
                Step.of("Query", "TableName", table.name()),
                Step.of("Scan"),
                Step.of("BatchGetItem"),
                Step.of("BatchWriteItem"),
                Step.of("TransactGetItems"),
                Step.of("TransactWriteItems"),
                Step.of("ExecuteStatement"),
                Step.of("ExecuteStatement", "Statement", null, "Limit", 3),
                Step.of("ExecuteStatement", "ConsistentRead", true),
                Step.of("DescribeTable"),
                Step.of("DeleteTable"),
                Step.of("DescribeStream"),
                Step.of("GetRecords"));
    }

    /** 400 KB are an item's limit, names included; 4 MB are a transaction's. */
    private Step oversize(Table table) {
        Map<String, Object> item = Json.with(values.key(table), "note", Values.s("x".repeat(409_600)));
        return chance.of(
                Step.of("PutItem", "TableName", table.name(), "Item", item),
                Step.of(
                        "BatchWriteItem",
                        "RequestItems",
                        Json.object(table.name(), List.of(Json.object("PutRequest", Json.object("Item", item))))),
                Step.of(
                        "UpdateItem",
                        "TableName",
                        table.name(),
                        "Key",
                        values.key(table),
                        "UpdateExpression",
                        "SET note = :n",
                        "ExpressionAttributeValues",
                        Json.object(":n", Values.s("x".repeat(409_600)))),
                Step.of(
                        "PutItem",
                        "TableName",
                        table.name(),
                        "Item",
                        Json.with(values.key(table), table.hash(), Values.s("x".repeat(2049)))),
                Step.of(
                        "GetItem",
                        "TableName",
                        table.name(),
                        "Key",
                        Json.with(values.key(table), table.hash(), Values.s("x".repeat(2049)))));
    }

    private Step tooMany(Table table) {
        Object key = values.key(table);
        return chance.of(
                Step.of(
                        "BatchGetItem",
                        "RequestItems",
                        Json.object(table.name(), Json.object("Keys", times(101, key)))),
                Step.of(
                        "BatchWriteItem",
                        "RequestItems",
                        Json.object(table.name(), times(26, Json.object("DeleteRequest", Json.object("Key", key))))),
                Step.of(
                        "TransactGetItems",
                        "TransactItems",
                        times(101, Json.object("Get", Json.object("TableName", table.name(), "Key", key)))),
                Step.of(
                        "TransactWriteItems",
                        "TransactItems",
                        times(101, Json.object("Delete", Json.object("TableName", table.name(), "Key", key)))),
                Step.of(
                        "TransactWriteItems",
                        "TransactItems",
                        times(2, Json.object("Delete", Json.object("TableName", table.name(), "Key", key)))),
                Step.of("TransactWriteItems", "TransactItems", List.of()),
                Step.of("BatchGetItem", "RequestItems", Json.object()),
                Step.of("Scan", "TableName", table.name(), "Limit", 0),
                Step.of("Scan", "TableName", table.name(), "Segment", 0, "TotalSegments", 1_000_001),
                Step.of("Scan", "TableName", table.name(), "Segment", 1));
    }

    private Step badValue(Table table) {
        Object value = chance.of(
                Json.object("N", "twelve"),
                Json.object("N", "1e999"),
                Json.object("N", "123456789012345678901234567890123456789"),
                Json.object("SS", List.of()),
                Json.object("SS", List.of("a", "a")),
                Json.object("NS", List.of("1", "1.0")),
                Json.object("NULL", false),
                Json.object(),
                Json.object("S", "a", "N", "1"),
                Json.object("L", List.of(Json.object())));
        return Step.of("PutItem", "TableName", table.name(), "Item", Json.with(values.key(table), "note", value));
    }

    private Step empty() {
        String name = chance.of("", "a", "ab", "no spaces", "x".repeat(256), "arn:aws:dynamodb:nowhere");
        return chance.of(
                Step.of("DescribeTable", "TableName", name),
                Step.of("GetItem", "TableName", name, "Key", Json.object("id", Values.s("x"))),
                Step.of("Scan", "TableName", name));
    }

    private Step mixed(Table table) {
        return chance.of(
                Step.of("PutItem", "TableName", table.name(), "Item", values.item(table), "ReturnValues", "ALL_NEW"),
                Step.of("PutItem", "TableName", table.name(), "Item", values.item(table), "ReturnValues", "FROB"),
                Step.of(
                        "GetItem",
                        "TableName",
                        table.name(),
                        "Key",
                        values.key(table),
                        "AttributesToGet",
                        List.of("a"),
                        "ProjectionExpression",
                        "a"),
                Step.of(
                        "UpdateItem",
                        "TableName",
                        table.name(),
                        "Key",
                        values.key(table),
                        "UpdateExpression",
                        "SET a = :a",
                        "AttributeUpdates",
                        Json.object("a", Json.object("Action", "DELETE"))),
                Step.of(
                        "DeleteItem",
                        "TableName",
                        table.name(),
                        "Key",
                        values.key(table),
                        "ExpressionAttributeValues",
                        Json.object(":unused", Values.s("x"))),
                Step.of(
                        "GetItem",
                        "TableName",
                        table.name(),
                        "Key",
                        values.key(table),
                        "ExpressionAttributeNames",
                        Json.object("#unused", "x")),
                Step.of("GetItem", "TableName", table.name(), "Key", values.key(table), "Frob", 1),
                Step.of(
                        "GetItem",
                        "TableName",
                        table.name(),
                        "Key",
                        values.key(table),
                        "ReturnConsumedCapacity",
                        "FROB"));
    }

    private static List<Object> times(int times, Object one) {
        return new ArrayList<>(IntStream.range(0, times).mapToObj(i -> one).toList());
    }
}
