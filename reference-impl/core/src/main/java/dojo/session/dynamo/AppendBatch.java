package dojo.session.dynamo;

import dojo.session.Append;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.work.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Stores several turns as one, in places without a gap.
 *
 * <p>All or nothing as long as the batch is repeated as it was. What is known of a batch that changed between attempts,
 * or whose first turns were sent alone before, is what the log says: a stored prefix counts, and the rest follows it.
 */
final class AppendBatch {
    /** A transaction holds 100 actions; one is left for the head of the session. */
    private static final int MOST_TURNS = 99;

    private final String table;
    private final AppendTurn one;
    private final OpenLog openLog;
    private final NoteActivity notes;
    private final WalkLog walk;

    AppendBatch(String table, Home home, AppendTurn one, NoteActivity notes) {
        this.table = table;
        this.one = one;
        this.notes = notes;
        this.openLog = new OpenLog(table, home);
        this.walk = new WalkLog(table);
    }

    Work<Append> append(Token expected, List<Turn> turns) {
        check(turns);
        return openLog.at(expected, turns, this::store);
    }

    private static void check(List<Turn> turns) {
        if (turns.isEmpty() || turns.size() > MOST_TURNS) {
            throw new IllegalArgumentException("A batch holds 1 to " + MOST_TURNS + " turns, got " + turns.size()
                    + ": split it, if its turns need not be stored together.");
        }
        Set<TurnId> ids = new HashSet<>();
        for (Turn turn : turns) {
            Sizes.check(turn);
            if (!ids.add(turn.id())) {
                throw new IllegalArgumentException(
                        "Two turns of the batch have the id " + turn.id() + ": give every turn an id of its own.");
            }
        }
    }

    // tag::batch[]
    private Work<Append> store(Token expected, List<Turn> turns) {
        return turns.size() == 1
                ? one.append(expected, turns.get(0))
                : Work.now().then(now -> store(expected, turns, now));
    }

    private Work<Append> store(Token expected, List<Turn> turns, Instant now) {
        Token last = expected.at(expected.position() + turns.size());
        return Work.ask(TransactWriteItemsRequest.builder()
                        .transactItems(puts(expected, turns, now))
                        .clientRequestToken(Payload.requestToken(table, expected, turns))
                        .build())
                .then(stored -> notes.after(last))
                .then(noted -> Work.<Append>billed(bill -> new Append.Appended(noted, bill)))
                .on(TransactionCanceledException.class, cancelled -> refused(expected, turns, cancelled))
                // An earlier call sent this batch less than ten minutes ago, with another time on its turns.
                .on(IdempotentParameterMismatchException.class, sent -> inTheLog(expected, turns, sent));
    }

    private List<TransactWriteItem> puts(Token expected, List<Turn> turns, Instant now) {
        List<TransactWriteItem> puts = new ArrayList<>();
        for (Turn turn : turns) {
            Token place = expected.at(expected.position() + puts.size() + 1);
            Put put = Put.builder()
                    .tableName(table)
                    .item(Items.item(place, turn, now))
                    .conditionExpression("attribute_not_exists(PK)")
                    .build();
            puts.add(TransactWriteItem.builder().put(put).build());
        }
        return puts;
    }
    // end::batch[]

    private Work<Append> refused(Token expected, List<Turn> turns, TransactionCanceledException cancelled) {
        boolean taken = cancelled.cancellationReasons().stream()
                .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()));
        return taken ? inTheLog(expected, turns, cancelled) : Work.failed(cancelled);
    }

    private Work<Append> inTheLog(Token expected, List<Turn> turns, RuntimeException refusal) {
        Set<TurnId> wanted = new HashSet<>();
        turns.forEach(turn -> wanted.add(turn.id()));
        return walk.from(expected.at(expected.position() + 1), wanted)
                .then(walked -> LogSays.of(
                        expected,
                        turns,
                        walked,
                        this::append,
                        seal -> openLog.sealed(seal, expected, turns, this::append),
                        () -> Work.failed(refusal)));
    }
}
