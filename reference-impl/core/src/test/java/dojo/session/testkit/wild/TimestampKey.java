package dojo.session.testkit.wild;

import dojo.session.testkit.Said;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The sort key of a message is the millisecond of its writer's clock.
 *
 * <p>Found in samples and starters without number. Two messages of one millisecond have one key, so the second replaces
 * the first; and a writer whose clock lags puts the answer before the question.
 */
record TimestampKey(Rows rows, InstantSource clock) implements WildStore {
    static WildStore on(DynamoDbClient client, String table, InstantSource clock) {
        return new TimestampKey(new Rows(client, table), clock);
    }

    @Override
    public void add(String conversation, Said said) {
        var item = Rows.item(conversation, "TURN#" + clock.millis(), said);
        rows.client().putItem(put -> put.tableName(rows.table()).item(item));
    }

    @Override
    public List<Said> everything(String conversation) {
        return rows.saidIn(conversation);
    }
}
