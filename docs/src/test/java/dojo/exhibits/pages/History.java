package dojo.exhibits.pages;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The turns of a chat, newest first, page by page in two ways. */
final class History {

    private final DynamoDbClient ddb;
    private final String table;

    History(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    void say(int position) {
        var turn = Map.of(
                "PK", fromS("SESSION#s-42"),
                "SK", fromS("TURN#%05d".formatted(position)),
                "text", fromS("x".repeat(900)));
        ddb.putItem(put -> put.tableName(table).item(turn));
    }

    /** Skips by reading: there is no OFFSET, so what is skipped is read. */
    List<String> byOffset(int skip, int size) {
        return newestFirst(query -> query.limit(skip + size)).items().stream()
                .skip(skip)
                .map(History::sortKey)
                .toList();
    }

    // tag::by-key[]
    List<String> behind(String lastShown, int size) {
        var start = Map.of("PK", fromS("SESSION#s-42"), "SK", fromS(lastShown));
        var page = newestFirst(query -> query.limit(size).exclusiveStartKey(start));
        return page.items().stream().map(History::sortKey).toList();
    }
    // end::by-key[]

    private QueryResponse newestFirst(Consumer<QueryRequest.Builder> page) {
        return ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :session AND begins_with(SK, :turn)")
                .expressionAttributeValues(Map.of(":session", fromS("SESSION#s-42"), ":turn", fromS("TURN#")))
                .scanIndexForward(false)
                .applyMutation(page));
    }

    private static String sortKey(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get("SK")).s();
    }
}
