package dojo.session.dynamo;

import dojo.session.Append;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Access pattern 2: store a turn with one conditional Put; its place in the log is the lock. */
final class AppendTurn {
    private final String table;
    private final OpenLog openLog;
    private final WalkLog walk;
    private final NoteActivity notes;
    private final Contents contents;

    AppendTurn(String table, Home home, NoteActivity notes, Contents contents) {
        this.table = table;
        this.notes = notes;
        this.contents = contents;
        this.openLog = new OpenLog(table, home);
        this.walk = new WalkLog(table);
    }

    // tag::append[]
    Work<Append> append(Token expected, Turn turn) {
        contents.check(turn);
        return openLog.at(expected, List.of(turn), (open, rest) -> {
            Token place = open.at(open.position() + 1);
            return Work.now().then(now -> store(place, turn, now));
        });
    }

    private Work<Append> store(Token place, Turn turn, Instant now) {
        Form form = contents.form(Items.item(place, turn, now), turn);
        boolean small = form.outside().isEmpty();
        return small ? put(form.item(), place, turn) : lookFirst(form, place, turn);
    }

    private Work<Append> put(Map<String, AttributeValue> item, Token place, Turn turn) {
        PutItemRequest put = PutItemRequest.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(PK)")
                .returnValuesOnConditionCheckFailure("ALL_OLD")
                .build();
        Work<Append> stored = Work.ask(put).then(done -> appended(place));
        return stored.on(ConditionalCheckFailedException.class, taken -> {
            Slot occupant = Items.slot(taken.item());
            return occupied(place, occupant, turn);
        });
    }
    // end::append[]

    /** Large content is written before the turn that names it; a look at the place costs far less than doing so in vain. */
    private Work<Append> lookFirst(Form form, Token place, Turn turn) {
        GetItemRequest look = GetItemRequest.builder()
                .tableName(table)
                .key(Map.of("PK", Keys.session(place.session()), "SK", Keys.turn(place.epoch(), place.position())))
                .consistentRead(true)
                .build();
        return Work.ask(look)
                .then(there -> there.hasItem()
                        ? occupied(place, Items.slot(there.item()), turn)
                        : contents.kept(form).then(item -> put(item, place, turn)));
    }

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
            Token tail = place.at(rest.last());
            return Work.billed(bill -> new Append.Conflict(theirs, tail, bill));
        });
    }

    static Work<Append> sameId(Token where, Slot stored, Turn turn) {
        return stored.holdsPayloadOf(turn)
                ? Work.billed(bill -> new Append.AlreadyThere(where, bill))
                : Work.billed(bill -> new Append.Mismatch(where, bill));
    }
    // end::occupied[]

    private Work<Append> appended(Token place) {
        return notes.after(place).then(noted -> Work.billed(bill -> new Append.Appended(noted, bill)));
    }

    /** The log ends with a seal: it was given up, or it goes on in another epoch. */
    private Work<Append> closed(Slot seal, Token place, Turn turn) {
        Token expected = place.at(place.position() - 1);
        return openLog.sealed(seal, expected, List.of(turn), (open, rest) -> append(open, turn));
    }
}
