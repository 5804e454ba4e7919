package dojo.exhibits.hot;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Turns of a chat, each in one write unit. */
final class Turns {

    private final DynamoDbClient ddb;
    private final String table;

    Turns(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    // tag::say[]
    void say(String session, String sortKey) {
        var turn = Map.of("PK", fromS("SESSION#" + session), "SK", fromS(sortKey));
        ddb.putItem(put -> put.tableName(table).item(turn));
    }
    // end::say[]

    /** Later turns have larger sort keys. */
    static String rising(int i) {
        return "TURN#%08d".formatted(i);
    }

    /** Later turns land anywhere among the others. */
    static String spread(int i) {
        return "TURN#%08x".formatted(i * 0x9E3779B1);
    }
}
