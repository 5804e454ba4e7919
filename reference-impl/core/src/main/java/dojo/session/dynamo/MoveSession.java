package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;
import static dojo.session.dynamo.Keys.string;

import dojo.session.Moved;
import dojo.session.SessionId;
import dojo.session.dynamo.LogEnd.End;
import dojo.session.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Hands a session over to another Region, in one transaction of the Region that is its home. */
record MoveSession(String table, Home here) {
    private static final int ATTEMPTS = 10;

    Work<Moved> move(SessionId session, String to) {
        if (!to.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("A Region has a name like eu-west-1, got \"" + to
                    + "\": pass the name of a Region that has a replica of the table.");
        }
        return move(session, to, 1);
    }

    private Work<Moved> move(SessionId session, String to, int attempt) {
        return new LogEnd(table).latest(session, 1).then(end -> {
            if (end.isEmpty()) {
                return Work.billed(Moved.Absent::new);
            }
            String home = end.get().meta().home();
            if (home.equals(to)) {
                return Work.billed(bill -> new Moved.AlreadyThere(to, bill));
            }
            return here.is(home) ? hand(end.get(), to, attempt) : Work.billed(bill -> new Moved.Elsewhere(home, bill));
        });
    }

    private Work<Moved> hand(End end, String to, int attempt) {
        long upTo = end.tail().position();
        return Work.now().then(now -> {
            long epoch = Math.max(end.meta().epoch() + 1, now.toEpochMilli());
            return Work.ask(sealMoveAndNote(end, to, epoch))
                    .then(done -> Work.<Moved>billed(bill -> new Moved.To(to, upTo, bill)))
                    .on(
                            TransactionCanceledException.class,
                            cancelled -> attempt < ATTEMPTS && Cancelled.overtaken(cancelled)
                                    ? Work.pause(attempt)
                                            .then(rested -> move(end.meta().session(), to, attempt + 1))
                                    : Work.failed(cancelled));
        });
    }

    // tag::move[]
    private TransactWriteItemsRequest sealMoveAndNote(End end, String to, long epoch) {
        Token free = end.tail().at(end.tail().position() + 1);
        Put seal = Put.builder()
                .tableName(table)
                .item(Items.seal(free, to))
                .conditionExpression("attribute_not_exists(PK)")
                .build();
        return TransactWriteItemsRequest.builder()
                .transactItems(
                        TransactWriteItem.builder().put(seal).build(),
                        TransactWriteItem.builder()
                                .update(change(table, end.meta(), to, end.tail().position(), epoch))
                                .build(),
                        TransactWriteItem.builder()
                                .put(note(table, end.meta(), end.tail().position(), epoch, false))
                                .build())
                .build();
    }

    static Update change(String table, Meta meta, String to, long upTo, long epoch) {
        List<Segment> earlier = new ArrayList<>(meta.earlier());
        earlier.add(new Segment(meta.epoch(), upTo));
        return Update.builder()
                .tableName(table)
                .key(Keys.meta(meta.session()))
                .updateExpression("SET epoch = :epoch, home = :to, earlier = :earlier")
                .conditionExpression("epoch = :known")
                .expressionAttributeValues(Map.of(
                        ":epoch", number(epoch),
                        ":to", string(to),
                        ":earlier", string(Segment.print(earlier)),
                        ":known", number(meta.epoch())))
                .build();
    }
    // end::move[]

    /** What a move leaves behind for those who must find out later what happened. */
    static Put note(String table, Meta meta, long upTo, long epoch, boolean forced) {
        return Put.builder()
                .tableName(table)
                .item(Move.item(meta, new Segment(meta.epoch(), upTo), epoch, forced))
                .build();
    }
}
