package dojo.session.dynamo;

import dojo.session.Append;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.dynamo.Items.Slot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Access pattern 2: store a turn with one conditional Put; its place in the log is the lock. */
final class AppendTurn {
    /** An item holds 409,600 bytes; what is left over is for keys, names and numbers. */
    private static final int MOST_BYTES = 400_000;

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;
    private final Rivals rivals;
    private final WalkLog walk;

    AppendTurn(DynamoDbClient client, String table, InstantSource clock, Rivals rivals) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.rivals = rivals;
        this.walk = new WalkLog(client, table);
    }

    // tag::append[]
    Append append(Token expected, Turn turn) {
        checkSize(turn);
        Instant now = clock.instant();
        Tally tally = new Tally();
        if (expected.expired(now)) {
            return new Append.Closed(Append.Reason.EXPIRED, tally.bill());
        }
        Token place = expected.at(expected.position() + 1);
        try {
            PutItemRequest put = put(place, turn, now);
            var stored = rivals.yieldTo(tally, () -> client.putItem(put));
            tally.wrote(stored.consumedCapacity());
            return new Append.Appended(place, tally.bill());
        } catch (ConditionalCheckFailedException taken) {
            tally.refused(1);
            Slot occupant = Items.slot(taken.item());
            return occupied(place, occupant, turn, tally);
        }
    }

    private PutItemRequest put(Token place, Turn turn, Instant now) {
        return PutItemRequest.builder()
                .tableName(table)
                .item(Items.item(place, turn, now))
                .conditionExpression("attribute_not_exists(PK)")
                .returnValuesOnConditionCheckFailure("ALL_OLD")
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
    }
    // end::append[]

    // tag::occupied[]
    private Append occupied(Token place, Slot occupant, Turn turn, Tally tally) {
        if (occupant.holds(turn.id())) {
            return sameId(place, occupant, turn, tally);
        }
        if (occupant.isSeal()) {
            return new Append.Closed(Append.Reason.RESTARTED, tally.bill());
        }
        // Somebody else's turn. Mine may stand further on: an earlier attempt of
        // this very turn may have followed the tail, and its answer got lost.
        WalkLog.Walked rest = walk.from(place, turn.id(), tally);
        Optional<Slot> mine = rest.mine();
        if (mine.isPresent()) {
            Token where = place.at(mine.get().position());
            return sameId(where, mine.get(), turn, tally);
        }
        if (rest.sealed()) {
            return new Append.Closed(Append.Reason.RESTARTED, tally.bill());
        }
        TurnId theirs = occupant.turnId().orElseThrow();
        return new Append.Conflict(theirs, place.at(rest.last()), tally.bill());
    }

    private static Append sameId(Token where, Slot stored, Turn turn, Tally tally) {
        return stored.payload().equals(Optional.of(Payload.hash(turn)))
                ? new Append.AlreadyThere(where, tally.bill())
                : new Append.Mismatch(where, tally.bill());
    }
    // end::occupied[]

    private static void checkSize(Turn turn) {
        long bytes = bytes(turn.text());
        for (var attribute : turn.attributes().entrySet()) {
            bytes += bytes(attribute.getKey()) + bytes(attribute.getValue());
        }
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException("Turn " + turn.id() + " takes " + bytes + " bytes, an item holds about "
                    + MOST_BYTES + ": split the text, or keep it elsewhere and store where it is.");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
