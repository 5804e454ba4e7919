package dojo.session.testkit.wild;

import dojo.session.testkit.Said;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Only messages beyond the number of stored ones are put, at their index.
 *
 * <p>Found in an application to be copied from, behind a window of messages. Once the window is full the list grows no
 * more, so nothing is ever put again: the conversation stays as it was, without an error.
 */
record WindowFreeze(Rows rows) implements WildStore {
    static WildStore on(DynamoDbClient client, String table) {
        return new WindowFreeze(new Rows(client, table));
    }

    @Override
    public void add(String conversation, Said said) {
        List<Said> all = new ArrayList<>(history(conversation));
        all.add(said);
        saveAll(conversation, WildStore.latest(all));
    }

    private void saveAll(String conversation, List<Said> window) {
        int stored = rows.of(conversation).size();
        for (int i = stored; i < window.size(); i++) {
            var item = Rows.item(conversation, String.valueOf((char) ('a' + i)), window.get(i));
            rows.client().putItem(put -> put.tableName(rows.table()).item(item));
        }
    }

    @Override
    public List<Said> everything(String conversation) {
        return rows.saidIn(conversation);
    }
}
