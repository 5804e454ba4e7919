package dojo.session.dynamo;

import dojo.session.Append;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.work.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
    private final Contents contents;

    AppendBatch(String table, Home home, AppendTurn one, NoteActivity notes, Contents contents) {
        this.table = table;
        this.one = one;
        this.notes = notes;
        this.contents = contents;
        this.openLog = new OpenLog(table, home);
        this.walk = new WalkLog(table);
    }

    Work<Append> append(Token expected, List<Turn> turns) {
        check(turns);
        return openLog.at(expected, turns, this::store);
    }

    private void check(List<Turn> turns) {
        if (turns.isEmpty() || turns.size() > MOST_TURNS) {
            throw new IllegalArgumentException("A batch holds 1 to " + MOST_TURNS + " turns, got " + turns.size()
                    + ": split it, if its turns need not be stored together.");
        }
        Set<TurnId> ids = new HashSet<>();
        for (Turn turn : turns) {
            contents.check(turn);
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
        return puts(expected, turns, now)
                .then(puts -> Work.ask(TransactWriteItemsRequest.builder()
                        .transactItems(puts)
                        .clientRequestToken(Payload.requestToken(table, expected, turns))
                        .build()))
                .then(stored -> notes.after(last))
                .then(noted -> Work.<Append>billed(bill -> new Append.Appended(noted, bill)))
                .on(TransactionCanceledException.class, cancelled -> refused(expected, turns, cancelled))
                // An earlier call sent this batch less than ten minutes ago, with another time on its turns.
                .on(IdempotentParameterMismatchException.class, sent -> inTheLog(expected, turns, sent));
    }

    private Work<List<TransactWriteItem>> puts(Token expected, List<Turn> turns, Instant now) {
        Work<List<TransactWriteItem>> puts = Work.done(List.of());
        for (int i = 0; i < turns.size(); i++) {
            Token place = expected.at(expected.position() + i + 1);
            Form form = contents.form(Items.item(place, turns.get(i), now), turns.get(i));
            puts = Work.both(puts, contents.kept(form), this::andPut);
        }
        return puts;
    }

    private List<TransactWriteItem> andPut(List<TransactWriteItem> before, Map<String, AttributeValue> item) {
        Put put = Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(PK)")
                .build();
        List<TransactWriteItem> all = new ArrayList<>(before);
        all.add(TransactWriteItem.builder().put(put).build());
        return all;
    }
    // end::batch[]

    private Work<Append> refused(Token expected, List<Turn> turns, TransactionCanceledException cancelled) {
        boolean taken = Cancelled.refused(cancelled.cancellationReasons());
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
