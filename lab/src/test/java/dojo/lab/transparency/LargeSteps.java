package dojo.lab.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An item collection of more than 1 MB, read in the two ways in which Local ends pages elsewhere than the service. */
final class LargeSteps {

    /** The partition key, and the keys of indexes, of all its items. */
    static final String NAME = "large";

    private static final int ITEMS = 12;

    private LargeSteps() {}

    /** Twelve items of 120 KB, written, read and deleted again. */
    static List<Step> all() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            Map<String, Object> item = Json.with(
                    key(i), "holder", Values.s(NAME), "grade", Values.n(i), "note", Values.s("x".repeat(120_000)));
            steps.add(Step.of("PutItem", "TableName", "indexed", "Item", item));
        }
        steps.add(Step.of(
                "Query",
                "TableName",
                "indexed",
                "KeyConditionExpression",
                "PK = :large",
                "FilterExpression",
                "grade < :few",
                "ExpressionAttributeValues",
                Json.object(":large", Values.s(NAME), ":few", Values.n(3))));
        steps.add(Step.of(
                "Query",
                "TableName",
                "indexed",
                "IndexName",
                "by-holder",
                "KeyConditionExpression",
                "holder = :large",
                "ExpressionAttributeValues",
                Json.object(":large", Values.s(NAME))));
        steps.add(Step.of(
                "Query",
                "TableName",
                "indexed",
                "KeyConditionExpression",
                "PK = :large",
                "ExpressionAttributeValues",
                Json.object(":large", Values.s(NAME))));
        for (int i = 0; i < ITEMS; i++) {
            steps.add(Step.of("DeleteItem", "TableName", "indexed", "Key", key(i)));
        }
        return steps;
    }

    private static Map<String, Object> key(int number) {
        return Json.object("PK", Values.s(NAME), "SK", Values.n(number));
    }
}
