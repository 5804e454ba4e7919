package dojo.session.testkit.wild;

import dojo.session.testkit.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item holds the conversation as a list: read, extended, written back.
 *
 * <p>Found in stores for two frameworks. The read is strongly consistent and the write is atomic, and of two writers
 * who read the same list the later one removes what the earlier one said.
 */
record LastWriterWins(Rows rows) implements WildStore {
    private static final String ONLY = "MEMORY";

    static WildStore on(DynamoDbClient client, String table) {
        return new LastWriterWins(new Rows(client, table));
    }

    @Override
    public void add(String conversation, Said said) {
        List<Said> all = new ArrayList<>(everything(conversation));
        all.add(said);
        List<AttributeValue> list = WildStore.latest(all).stream()
                .map(Rows::attributes)
                .map(AttributeValue::fromM)
                .toList();
        Map<String, AttributeValue> item = new HashMap<>(Rows.key(conversation, ONLY));
        item.put("messages", AttributeValue.fromL(list));
        rows.client().putItem(put -> put.tableName(rows.table()).item(item));
    }

    @Override
    public List<Said> everything(String conversation) {
        var item = rows.client()
                .getItem(get -> get.tableName(rows.table())
                        .key(Rows.key(conversation, ONLY))
                        .consistentRead(true))
                .item();
        return Rows.value(item, "messages").l().stream()
                .map(message -> Rows.said(message.m()))
                .toList();
    }
}
