package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;
import static dojo.session.dynamo.Keys.string;

import dojo.session.Moved;
import dojo.session.Reconciled;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Takes a session over from a Region that cannot be asked, and finds out later what that one had stored.
 *
 * <p>The old log is not sealed at the cut: a seal written here and a turn written there would be two versions of one
 * item, and the later one would win. The head says where the cut is, and so does a note of its own that no writer of the
 * lost Region overwrites.
 */
record TakeOverSession(String table, Home here, Contents contents) {

    Work<Moved> takeOver(SessionId session) {
        return new ReadMeta(table).of(session, true).then(meta -> {
            if (meta.isEmpty()) {
                return Work.billed(Moved.Absent::new);
            }
            return here.region().equals(meta.get().home())
                    ? Work.billed(bill -> new Moved.AlreadyThere(here.region(), bill))
                    : arrived(meta.get()).then(upTo -> take(meta.get(), upTo));
        });
    }

    /** The last turn before the first one that is missing here. */
    private Work<Long> arrived(Meta meta) {
        return slots(meta, meta.base()).map(turns -> {
            long last = meta.base();
            for (Map<String, AttributeValue> item : turns) {
                if (Items.slot(item).position() != last + 1 || Items.slot(item).isSeal()) {
                    return last;
                }
                last++;
            }
            return last;
        });
    }

    private Work<Moved> take(Meta meta, long upTo) {
        return Work.now().then(now -> {
            long epoch = Math.max(meta.epoch() + 1, now.toEpochMilli());
            List<TransactWriteItem> both = List.of(
                    TransactWriteItem.builder()
                            .update(MoveSession.change(table, meta, here.region(), upTo, epoch))
                            .build(),
                    TransactWriteItem.builder()
                            .put(MoveSession.note(table, meta, upTo, epoch, true))
                            .build());
            return Work.ask(TransactWriteItemsRequest.builder()
                            .transactItems(both)
                            .build())
                    .then(done -> Work.<Moved>billed(bill -> new Moved.To(here.region(), upTo, bill)))
                    .on(
                            TransactionCanceledException.class,
                            cancelled -> Cancelled.overtaken(cancelled)
                                    ? Work.pause(1).then(rested -> takeOver(meta.session()))
                                    : Work.failed(cancelled));
        });
    }

    Work<Reconciled> reconcile(SessionId session) {
        return new ReadMeta(table)
                .of(session, true)
                .then(meta -> meta.isEmpty()
                        ? Work.billed(Reconciled.Nothing::new)
                        : lastForced(session)
                                .then(move -> move.isEmpty()
                                        ? Work.billed(Reconciled.Nothing::new)
                                        : reconcile(meta.get(), move.get())));
    }

    private Work<Reconciled> reconcile(Meta meta, Move move) {
        Meta old = meta.before(move);
        return slots(old, move.cut().last())
                .then(stored -> contents.whole(stored, true))
                .then(items -> {
                    List<StoredTurn> stranded = new ArrayList<>();
                    long last = move.cut().last();
                    for (Map<String, AttributeValue> item : items) {
                        last = Items.slot(item).position();
                        if (Items.slot(item).isTurn()) {
                            stranded.add(Items.turn(item));
                        }
                    }
                    Token free = old.start().at(last + 1);
                    boolean sealed = !items.isEmpty()
                            && Items.slot(items.get(items.size() - 1)).isSeal();
                    return (sealed ? Work.done(true) : seal(free))
                            .then(done -> meta.epoch() < move.epoch() ? restore(meta, move) : Work.done(false))
                            .then(restored -> Work.billed(bill -> new Reconciled.Report(stranded, restored, bill)));
                });
    }

    /** Stops writers of the lost Region who still go by their old positions; one of them may come first. */
    private Work<Boolean> seal(Token free) {
        PutItemRequest seal = PutItemRequest.builder()
                .tableName(table)
                .item(Items.seal(free, here.region()))
                .conditionExpression("attribute_not_exists(PK)")
                .build();
        return Work.ask(seal).map(done -> true).on(ConditionalCheckFailedException.class, taken -> Work.done(false));
    }

    /** A late write of the lost Region, for instance a note of activity, won over the change of home. */
    private Work<Boolean> restore(Meta meta, Move move) {
        List<Segment> earlier = new ArrayList<>(move.earlier());
        earlier.add(move.cut());
        UpdateItemRequest restore = UpdateItemRequest.builder()
                .tableName(table)
                .key(Keys.meta(meta.session()))
                .updateExpression("SET epoch = :epoch, home = :home, earlier = :earlier")
                .conditionExpression("epoch = :known")
                .expressionAttributeValues(Map.of(
                        ":epoch", number(move.epoch()),
                        ":home", string(here.region()),
                        ":earlier", string(Segment.print(earlier)),
                        ":known", number(meta.epoch())))
                .build();
        return Work.ask(restore).map(done -> true).on(ConditionalCheckFailedException.class, taken -> Work.done(false));
    }

    private Work<Optional<Move>> lastForced(SessionId session) {
        Keys.Range moves = Keys.all("MOVE");
        return Work.ask(QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                        .expressionAttributeValues(Map.of(
                                ":pk", Keys.session(session),
                                ":first", moves.first(),
                                ":last", moves.last()))
                        .scanIndexForward(false)
                        .consistentRead(true)
                        .build())
                .map(page ->
                        page.items().stream().map(Move::of).filter(Move::forced).findFirst());
    }

    private Work<List<Map<String, AttributeValue>>> slots(Meta meta, long after) {
        return Work.repeat(new Read(Map.of(), List.of()), so -> {
            Keys.Range turns = Keys.turnsFrom(meta.epoch(), after + 1);
            QueryRequest.Builder query = QueryRequest.builder()
                    .tableName(table)
                    .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                    .expressionAttributeValues(Map.of(
                            ":pk", Keys.session(meta.session()),
                            ":first", turns.first(),
                            ":last", turns.last()))
                    .consistentRead(true);
            if (!so.from().isEmpty()) {
                query.exclusiveStartKey(so.from());
            }
            return Work.ask(query.build()).map(page -> {
                List<Map<String, AttributeValue>> items = new ArrayList<>(so.items());
                items.addAll(page.items());
                return page.hasLastEvaluatedKey()
                        ? Work.again(new Read(page.lastEvaluatedKey(), items))
                        : Work.finished(items);
            });
        });
    }

    private record Read(Map<String, AttributeValue> from, List<Map<String, AttributeValue>> items) {}
}
