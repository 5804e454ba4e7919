package dojo.lab.bill;

import static dojo.lab.bill.Scene.key;
import static dojo.lab.bill.Scene.sized;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One line of the table of capacity rules: a request, and its price worked out by hand.
 *
 * @param row the row of the rule, so that a missing one is seen
 * @param given the bytes of the items there before, by sort key, under the partition key {@code p}
 */
record Rule(String row, String what, Bill price, Map<String, Integer> given, Work work) {

    interface Work {
        void on(DynamoDbClient ddb, String table);
    }

    interface Action {
        TransactWriteItem on(String table);
    }

    static Rule reads(String row, String what, double units, Map<String, Integer> given, Work work) {
        return new Rule(row, what, new Bill(1, units, 0), given, work);
    }

    static Rule writes(String row, String what, double units, Map<String, Integer> given, Work work) {
        return new Rule(row, what, new Bill(1, 0, units), given, work);
    }

    static Map<String, Integer> times(int count, int bytes) {
        Map<String, Integer> items = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            items.put("s" + (10_000 + i), bytes);
        }
        return items;
    }

    void arrange(Scene scene, String table) {
        given.forEach((sort, bytes) ->
                scene.local.putItem(put -> put.tableName(table).item(sized(key("p", sort), bytes))));
    }

    @Override
    public String toString() {
        return row + " " + what;
    }
}
