package dojo.session.dynamo;

import dojo.session.Append;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.dynamo.Items.Slot;
import dojo.session.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Access pattern 2: store a turn with one conditional Put; its place in the log is the lock. */
final class AppendTurn {
    private final String table;
    private final OpenLog openLog;
    private final WalkLog walk;
    private final NoteActivity notes;

    AppendTurn(String table, Home home, NoteActivity notes) {
        this.table = table;
        this.notes = notes;
        this.openLog = new OpenLog(table, home);
        this.walk = new WalkLog(table);
    }

    // tag::append[]
    Work<Append> append(Token expected, Turn turn) {
        Sizes.check(turn);
        return openLog.at(expected, List.of(turn), (open, rest) -> {
            Token place = open.at(open.position() + 1);
            return Work.now().then(now -> store(place, turn, now));
        });
    }

    private Work<Append> store(Token place, Turn turn, Instant now) {
        return Work.ask(put(place, turn, now))
                .then(stored -> appended(place))
                .on(ConditionalCheckFailedException.class, taken -> occupied(place, Items.slot(taken.item()), turn));
    }

    private PutItemRequest put(Token place, Turn turn, Instant now) {
        return PutItemRequest.builder()
                .tableName(table)
                .item(Items.item(place, turn, now))
                .conditionExpression("attribute_not_exists(PK)")
                .returnValuesOnConditionCheckFailure("ALL_OLD")
                .build();
    }
    // end::append[]

    // tag::occupied[]
    private Work<Append> occupied(Token place, Slot occupant, Turn turn) {
        if (occupant.holds(turn.id())) {
            return sameId(place, occupant, turn);
        }
        if (occupant.isSeal()) {
            return closed(occupant, place, turn);
        }
        // Somebody else's turn. Mine may stand further on: an earlier attempt of
        // this very turn may have followed the tail, and its answer got lost.
        return walk.from(place, Set.of(turn.id())).then(rest -> {
            Optional<Slot> mine = rest.found().stream().findFirst();
            if (mine.isPresent()) {
                return sameId(place.at(mine.get().position()), mine.get(), turn);
            }
            if (rest.seal().isPresent()) {
                return closed(rest.seal().get(), place, turn);
            }
            TurnId theirs = occupant.turnId().orElseThrow();
            return Work.billed(bill -> new Append.Conflict(theirs, place.at(rest.last()), bill));
        });
    }

    private Work<Append> appended(Token place) {
        return notes.after(place).then(noted -> Work.billed(bill -> new Append.Appended(noted, bill)));
    }

    static Work<Append> sameId(Token where, Slot stored, Turn turn) {
        return stored.holdsPayloadOf(turn)
                ? Work.billed(bill -> new Append.AlreadyThere(where, bill))
                : Work.billed(bill -> new Append.Mismatch(where, bill));
    }
    // end::occupied[]

    /** The log ends with a seal: it was given up, or it goes on in another epoch. */
    private Work<Append> closed(Slot seal, Token place, Turn turn) {
        Token expected = place.at(place.position() - 1);
        return openLog.sealed(seal, expected, List.of(turn), (open, rest) -> append(open, turn));
    }
}
