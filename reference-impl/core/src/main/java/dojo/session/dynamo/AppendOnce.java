package dojo.session.dynamo;

import static dojo.session.work.Work.again;
import static dojo.session.work.Work.finished;

import dojo.session.Append;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.dynamo.Items.Marker;
import dojo.session.dynamo.LogEnd.End;
import dojo.session.dynamo.MovedLog.Earlier;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Stores a turn for a writer who has lost the position, or never had one: the turn is looked for first, among the
 * latest ones or by its marker.
 */
final class AppendOnce {
    /** Rivals who are first so often mean a session that never rests; the last conflict is the answer then. */
    private static final int WALKS = 50;

    private final String table;
    private final Home home;
    private final AppendTurn appendTurn;
    private final NoteActivity notes;
    private final LogEnd end;
    private final MovedLog moved;
    private final Contents contents;

    AppendOnce(String table, Home home, AppendTurn appendTurn, NoteActivity notes, Contents contents) {
        this.table = table;
        this.home = home;
        this.appendTurn = appendTurn;
        this.notes = notes;
        this.contents = contents;
        this.end = new LogEnd(table);
        this.moved = new MovedLog(table);
    }

    Work<Append> append(SessionId session, Turn turn, Scope scope) {
        contents.check(turn);
        return scope instanceof Scope.Tail tail
                ? afterTail(session, turn, tail.turns())
                : withMarker(session, turn, (Scope.Marker) scope, 1);
    }

    private static Work<Append> absent() {
        return Work.billed(bill -> new Append.Closed(Append.Reason.ABSENT, bill));
    }

    private Work<Append> afterTail(SessionId session, Turn turn, int turns) {
        return end.latest(session, turns).then(log -> {
            if (log.isEmpty()) {
                return absent();
            }
            End found = log.get();
            // Of a session that moved, some of the latest turns stand before the cut.
            return moved.latest(found.meta(), turns - found.slots().size())
                    .then(earlier -> unlessThere(found, earlier, turn));
        });
    }

    private Work<Append> unlessThere(End log, Earlier earlier, Turn turn) {
        Optional<Slot> mine = Stream.concat(log.slots().stream(), earlier.slots().stream())
                .filter(slot -> slot.holds(turn.id()))
                .findFirst();
        if (mine.isPresent()) {
            Slot there = mine.get();
            return AppendTurn.sameId(log.tail().in(there.epoch()).at(there.position()), there, turn);
        }
        return earlier.lacking().isPresent() && home.isOf(log.meta())
                ? Work.billed(bill -> new Append.Arriving(earlier.lacking().get(), bill))
                : Work.repeat(new Try(log.tail(), 1), next -> follow(next, turn));
    }

    private record Try(Token expected, int number) {}

    /** Each refused attempt has searched the log up to the tail it returned, so no place stays unseen. */
    private Work<Step<Try, Append>> follow(Try attempt, Turn turn) {
        return appendTurn.append(attempt.expected(), turn).then(answer -> {
            if (answer instanceof Append.Conflict conflict && attempt.number() < WALKS) {
                Try next = new Try(Token.of(conflict.tail()), attempt.number() + 1);
                return Work.pause(attempt.number()).map(rested -> again(next));
            }
            return Work.done(finished(answer));
        });
    }

    private Work<Append> withMarker(SessionId session, Turn turn, Scope.Marker scope, int attempt) {
        return end.latest(session, 1).then(log -> {
            if (log.isEmpty()) {
                return absent();
            }
            if (!home.isOf(log.get().meta())) {
                String elsewhere = log.get().meta().home();
                return Work.billed(bill -> new Append.Elsewhere(elsewhere, bill));
            }
            Token tail = log.get().tail();
            Token place = tail.at(tail.position() + 1);
            return Work.now()
                    .then(now -> contents.kept(contents.form(Items.item(place, turn, now), turn))
                            .then(item -> Work.ask(turnAndMarker(item, place, turn, scope, now))))
                    .then(stored -> notes.after(place))
                    .then(noted -> Work.<Append>billed(bill -> new Append.Appended(noted, bill)))
                    .on(TransactionCanceledException.class, cancelled -> {
                        List<CancellationReason> reasons = cancelled.cancellationReasons();
                        if (Cancelled.refused(reasons.get(1))
                                && Tombstones.is(reasons.get(1).item())) {
                            return Work.billed(bill -> new Append.Closed(Append.Reason.ERASED, bill));
                        }
                        if (Cancelled.refused(reasons.get(1))) {
                            return marked(place, Items.marker(reasons.get(1).item()), turn);
                        }
                        if (Cancelled.refused(reasons.get(0)) && attempt < WALKS) {
                            return Work.pause(attempt).then(rested -> withMarker(session, turn, scope, attempt + 1));
                        }
                        return Work.failed(cancelled);
                    });
        });
    }

    // tag::marker[]
    private TransactWriteItemsRequest turnAndMarker(
            Map<String, AttributeValue> item, Token place, Turn turn, Scope.Marker scope, Instant now) {
        Instant until = now.plus(scope.kept());
        Put log = Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(PK)")
                .build();
        Put marker = Put.builder()
                .tableName(table)
                .item(Items.marker(place, turn, until))
                .conditionExpression("attribute_not_exists(PK) OR kept_until <= :now")
                .expressionAttributeValues(Map.of(":now", Items.number(now.getEpochSecond())))
                .returnValuesOnConditionCheckFailure("ALL_OLD")
                .build();
        return TransactWriteItemsRequest.builder()
                .transactItems(
                        TransactWriteItem.builder().put(log).build(),
                        TransactWriteItem.builder().put(marker).build())
                .build();
    }
    // end::marker[]

    private static Work<Append> marked(Token place, Marker marker, Turn turn) {
        Token there = place.in(marker.epoch()).at(marker.position());
        return marker.payload().equals(Payload.hash(turn))
                ? Work.billed(bill -> new Append.AlreadyThere(there, bill))
                : Work.billed(bill -> new Append.Mismatch(there, bill));
    }
}
