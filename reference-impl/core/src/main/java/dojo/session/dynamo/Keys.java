package dojo.session.dynamo;

import dojo.session.CustomerId;
import dojo.session.SessionId;
import dojo.session.TurnId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every key of the table.
 *
 * <pre>
 * PK           SK
 * SESSION#id   META
 * SESSION#id   META#VIEW                 which places of the log are the current list
 * SESSION#id   SUMMARY#epoch#to          the summary of turns up to this one
 * SESSION#id   TURN#epoch#position       a turn, or the seal that closes an epoch
 * SESSION#id   PART#epoch#position#sum#n a piece of the content of the turn in this place
 * SESSION#id   MOVE#epoch                that a session moved to another Region, and where its log was cut
 * SESSION#id   MARK#turn id              where a turn stands, for writers without a position
 * REGISTER#... id                        a session that a framework may ask for
 * CUSTOMER#id  SESSION#id#epoch          that this session was created for the customer
 * CUSTOMER#id  ERASED                    that the customer was erased, and until when no session is created
 * </pre>
 *
 * Numbers have a fixed width because sort keys of type string are ordered by their bytes.
 */
final class Keys {
    private static final int EPOCH_DIGITS = 15;
    private static final int POSITION_DIGITS = 12;
    private static final int PART_DIGITS = 3;
    private static final long LAST_POSITION = 999_999_999_999L;

    private Keys() {}

    static AttributeValue session(SessionId id) {
        return string("SESSION#" + id.value());
    }

    static SessionId sessionId(String partitionKey) {
        return SessionId.of(partitionKey.substring("SESSION#".length()));
    }

    static AttributeValue customer(CustomerId id) {
        return string("CUSTOMER#" + id.value());
    }

    static Map<String, AttributeValue> meta(SessionId id) {
        return Map.of("PK", session(id), "SK", string("META"));
    }

    static Map<String, AttributeValue> view(SessionId id) {
        return Map.of("PK", session(id), "SK", string("META#VIEW"));
    }

    static AttributeValue turn(long epoch, long position) {
        return string("TURN#" + fixed(epoch, EPOCH_DIGITS) + "#" + fixed(position, POSITION_DIGITS));
    }

    /** Sort keys from {@code first} to {@code last}, both included. */
    record Range(AttributeValue first, AttributeValue last) {}

    static Range turnsFrom(long epoch, long position) {
        return new Range(turn(epoch, position), turn(epoch, LAST_POSITION));
    }

    static Range turns(long epoch, long first, long last) {
        return new Range(turn(epoch, first), turn(epoch, last));
    }

    static Range summaries(long epoch) {
        return new Range(summary(epoch, 1), summary(epoch, LAST_POSITION));
    }

    /** The position in the sort key of a turn: its last twelve characters. */
    static long position(String turnSortKey) {
        return Long.parseLong(turnSortKey.substring(turnSortKey.length() - POSITION_DIGITS));
    }

    static AttributeValue summary(long epoch, long lastTurn) {
        return string("SUMMARY#" + fixed(epoch, EPOCH_DIGITS) + "#" + fixed(lastTurn, POSITION_DIGITS));
    }

    /** The pieces of one content, in order; rivals for a place have contents of different sums. */
    static AttributeValue part(long epoch, long position, String sum, int number) {
        return string(parts(epoch, position) + sum + "#" + fixed(number, PART_DIGITS));
    }

    /** All pieces that were ever written for these places, both included. */
    static Range parts(long epoch, long first, long last) {
        return new Range(string(parts(epoch, first)), string(parts(epoch, last) + "~"));
    }

    private static String parts(long epoch, long position) {
        return "PART#" + fixed(epoch, EPOCH_DIGITS) + "#" + fixed(position, POSITION_DIGITS) + "#";
    }

    static AttributeValue move(long epoch) {
        return string("MOVE#" + fixed(epoch, EPOCH_DIGITS));
    }

    static AttributeValue marker(TurnId turn) {
        return string("MARK#" + turn.value());
    }

    static AttributeValue membership(SessionId session, long born) {
        return string("SESSION#" + session.value() + "#" + fixed(born, EPOCH_DIGITS));
    }

    static Map<String, AttributeValue> erased(CustomerId id) {
        return Map.of("PK", customer(id), "SK", string("ERASED"));
    }

    /** The epoch in the sort key of a turn or a summary. */
    static long epoch(String sortKey) {
        int from = sortKey.indexOf('#') + 1;
        return Long.parseLong(sortKey.substring(from, from + EPOCH_DIGITS));
    }

    /** All turns, or all summaries, of all epochs: read backwards, the newest epoch comes first. */
    static Range all(String kind) {
        return new Range(string(kind + "#"), string(kind + "#~"));
    }

    static AttributeValue register(String name, int shard) {
        return string("REGISTER#" + name + "#" + shard);
    }

    static Map<String, AttributeValue> registered(String name, int shard, SessionId session) {
        return Map.of("PK", register(name, shard), "SK", string(session.value()));
    }

    static AttributeValue string(String value) {
        return AttributeValue.fromS(value);
    }

    /** Pads with zeros by hand: {@code String.format} would use the digits of the default locale. */
    private static String fixed(long number, int digits) {
        String plain = Long.toString(number);
        if (number < 0 || plain.length() > digits) {
            throw new IllegalArgumentException(
                    "A key holds numbers from 0 up to " + digits + " digits, got " + number + ": start a new session.");
        }
        return "0".repeat(digits - plain.length()) + plain;
    }
}
