package dojo.exhibits.threshold;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.lab.Lab;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Chats that grow: one by pairs of turns after a greeting, one turn by turn with a page change after each. */
record Chats(Lab lab, String table) {

    /** Turns the stream on; returns its name. */
    String stream() {
        return lab.client()
                .updateTable(update -> update.tableName(table)
                        .streamSpecification(
                                stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)))
                .tableDescription()
                .latestStreamArn();
    }

    /** A greeting, then a question with its answer until there are 41 turns. */
    void byPairs(String session) {
        add(session, 1);
        for (int i = 0; i < 20; i++) {
            add(session, 2);
        }
    }

    /** Turn by turn to 41; after each the customer opens another page. */
    void oneByOne(String session) {
        for (int i = 0; i < 41; i++) {
            add(session, 1);
            var page = Map.of(":page", fromS("/volume/" + i));
            update(session, "SET page = :page", page);
        }
    }

    private void add(String session, int turns) {
        update(session, "ADD turns :more", Map.of(":more", fromN(String.valueOf(turns))));
    }

    private void update(String session, String expression, Map<String, AttributeValue> values) {
        lab.client()
                .updateItem(update -> update.tableName(table)
                        .key(Map.of("PK", fromS("SESSION#" + session), "SK", fromS("META")))
                        .updateExpression(expression)
                        .expressionAttributeValues(values));
    }
}
