package dojo.session.dynamo;

import dojo.session.SessionId;
import dojo.session.dynamo.Items.Meta;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Reads the head of a session; an expired one is gone, whether TTL has deleted it or not. */
final class ReadMeta {
    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    ReadMeta(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    Optional<Meta> of(SessionId session, boolean consistent, Tally tally) {
        GetItemResponse answer = client.getItem(get -> get.tableName(table)
                .key(Keys.meta(session))
                .consistentRead(consistent)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        tally.read(answer.consumedCapacity());
        if (!answer.hasItem()) {
            return Optional.empty();
        }
        return Optional.of(Items.meta(session, answer.item())).filter(meta -> !meta.expired(clock.instant()));
    }
}
