package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;

import dojo.session.Restarted;
import dojo.session.SessionId;
import dojo.session.dynamo.LogEnd.End;
import dojo.session.work.Work;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
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

    private final String table;
    private final Home home;
    private final LogEnd ends;

    RestartSession(String table, Home home) {
        this.table = table;
        this.home = home;
        this.ends = new LogEnd(table);
    }

    Work<Restarted> restart(SessionId session) {
        return restart(session, 1);
    }

    private Work<Restarted> restart(SessionId session, int attempt) {
        return ends.latest(session, 1)
                .then(end -> end.isPresent() ? raise(end.get(), attempt) : Work.billed(Restarted.Absent::new));
    }

    private Work<Restarted> raise(End end, int attempt) {
        if (!home.isOf(end.meta())) {
            return home.refuse(end.meta());
        }
        Token free = end.tail().at(end.tail().position() + 1);
        return Work.now().then(now -> {
            long epoch = Math.max(free.epoch() + 1, now.toEpochMilli());
            return Work.ask(sealAndRaise(free, epoch))
                    .then(done -> Work.<Restarted>billed(
                            bill -> new Restarted.Fresh(free.in(epoch).at(0), bill)))
                    .on(
                            TransactionCanceledException.class,
                            cancelled -> attempt < ATTEMPTS && Cancelled.overtaken(cancelled)
                                    ? Work.pause(attempt).then(rested -> restart(free.session(), attempt + 1))
                                    : Work.failed(cancelled));
        });
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
                .updateExpression("SET epoch = :raised, revision = if_not_exists(revision, created_at) + :one"
                        // What is known of the conversation speaks of what was said in it.
                        + " REMOVE earlier, title, preview, #status, intent, page, #attributes")
                .expressionAttributeNames(Map.of("#status", "status", "#attributes", "attributes"))
                .conditionExpression("epoch = :epoch")
                .expressionAttributeValues(Map.of(
                        ":raised", number(epoch),
                        ":one", number(1),
                        ":epoch", number(end.epoch())))
                .build();
        List<TransactWriteItem> both = List.of(
                TransactWriteItem.builder().put(seal).build(),
                TransactWriteItem.builder().update(raise).build());
        return TransactWriteItemsRequest.builder().transactItems(both).build();
    }
    // end::restart[]
}
