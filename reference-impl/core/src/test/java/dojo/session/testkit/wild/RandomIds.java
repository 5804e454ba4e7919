package dojo.session.testkit.wild;

import dojo.session.testkit.Said;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Each attempt stores the message under a fresh random id; order comes from an attribute, in whole seconds.
 *
 * <p>Found in a history provider of an agent framework, on another database. An id chosen during the attempt tells
 * nobody that two attempts are one message, and messages of one second come back in the order of their random ids.
 */
record RandomIds(Rows rows, InstantSource clock, RandomGenerator random) implements WildStore {
    static WildStore on(DynamoDbClient client, String table, InstantSource clock, RandomGenerator random) {
        return new RandomIds(new Rows(client, table), clock, random);
    }

    @Override
    public void add(String conversation, Said said) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        Map<String, AttributeValue> item = new HashMap<>(Rows.item(conversation, id.toString(), said));
        item.put("at", AttributeValue.fromN(Long.toString(clock.instant().getEpochSecond())));
        rows.client().putItem(put -> put.tableName(rows.table()).item(item));
    }

    @Override
    public List<Said> everything(String conversation) {
        return rows.of(conversation).stream()
                .sorted(Comparator.comparing(
                        item -> Long.valueOf(Rows.value(item, "at").n())))
                .map(Rows::said)
                .toList();
    }
}
