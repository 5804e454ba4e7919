package dojo.session.testkit.wild;

import dojo.session.testkit.Said;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The whole window is stored again for each message: all rows are deleted one by one, then all are put.
 *
 * <p>Found in a repository class for a Spring framework. Between the last delete and the last put the conversation is
 * not there, and if the process dies in that moment it never will be again.
 */
record DeleteAllThenPut(Rows rows) implements WildStore {
    static WildStore on(DynamoDbClient client, String table) {
        return new DeleteAllThenPut(new Rows(client, table));
    }

    @Override
    public void add(String conversation, Said said) {
        List<Said> all = new ArrayList<>(everything(conversation));
        all.add(said);
        saveAll(conversation, WildStore.latest(all));
    }

    private void saveAll(String conversation, List<Said> messages) {
        for (var row : rows.of(conversation)) {
            rows.client()
                    .deleteItem(delete -> delete.tableName(rows.table())
                            .key(Rows.key(conversation, Rows.value(row, "SK").s())));
        }
        for (int i = 0; i < messages.size(); i++) {
            var item = Rows.item(conversation, String.valueOf((char) ('a' + i)), messages.get(i));
            rows.client().putItem(put -> put.tableName(rows.table()).item(item));
        }
    }

    @Override
    public List<Said> everything(String conversation) {
        return rows.saidIn(conversation);
    }
}
