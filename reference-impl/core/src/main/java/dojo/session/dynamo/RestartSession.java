package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;

import dojo.session.Pause;
import dojo.session.Restarted;
import dojo.session.SessionId;
import dojo.session.dynamo.Items.Meta;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Raises the epoch of a session, and seals the old log in the same transaction.
 *
 * <p>The seal takes the place after the last turn. A writer who still holds a position of the old log meets either a
 * turn or the seal, and so learns that its log is over: no request of its own is needed for that.
 */
final class RestartSession {
    private static final int ATTEMPTS = 10;

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;
    private final ReadMeta metas;
    private final Pause pause;

    RestartSession(DynamoDbClient client, String table, InstantSource clock, Pause pause) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.metas = new ReadMeta(client, table, clock);
        this.pause = pause;
    }

    Restarted restart(SessionId session) {
        Tally tally = new Tally();
        for (int attempt = 1; ; attempt++) {
            Optional<Meta> meta = metas.of(session, true, tally);
            if (meta.isEmpty()) {
                return new Restarted.Absent(tally.bill());
            }
            Token end = end(meta.get(), tally);
            long epoch = Math.max(end.epoch() + 1, clock.instant().toEpochMilli());
            try {
                TransactWriteItemsResponse done = client.transactWriteItems(sealAndRaise(end, epoch));
                tally.wroteTogether(done.consumedCapacity());
                return new Restarted.Fresh(new Token(session, epoch, 0, end.expiresAtSeconds()), tally.bill());
            } catch (TransactionCanceledException cancelled) {
                tally.refused(4);
                if (attempt == ATTEMPTS || !overtaken(cancelled)) {
                    throw cancelled;
                }
                pause.before(attempt);
            }
        }
    }

    // tag::restart[]
    private TransactWriteItemsRequest sealAndRaise(Token end, long epoch) {
        Put seal = Put.builder()
                .tableName(table)
                .item(Items.seal(end))
                .conditionExpression("attribute_not_exists(PK)")
                .build();
        Update raise = Update.builder()
                .tableName(table)
                .key(Keys.meta(end.session()))
                .updateExpression("SET epoch = :raised")
                .conditionExpression("epoch = :epoch")
                .expressionAttributeValues(Map.of(
                        ":raised", number(epoch),
                        ":epoch", number(end.epoch())))
                .build();
        return TransactWriteItemsRequest.builder()
                .transactItems(
                        TransactWriteItem.builder().put(seal).build(),
                        TransactWriteItem.builder().update(raise).build())
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
    }
    // end::restart[]

    /** The free place after the last turn. */
    private Token end(Meta meta, Tally tally) {
        Keys.Range turns = Keys.turnsFrom(meta.epoch(), 1);
        QueryResponse page = client.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(meta.session()),
                        ":first", turns.first(),
                        ":last", turns.last()))
                .scanIndexForward(false)
                .limit(1)
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        tally.read(page.consumedCapacity());
        long tail = page.items().isEmpty() ? 0 : Items.slot(page.items().get(0)).position();
        return meta.start().at(tail + 1);
    }

    /** A turn, a restart or another transaction came first; all of them go away when looked at again. */
    private static boolean overtaken(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .anyMatch(code -> "ConditionalCheckFailed".equals(code) || "TransactionConflict".equals(code));
    }
}
