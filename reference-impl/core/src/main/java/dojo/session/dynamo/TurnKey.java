package dojo.session.dynamo;

import dojo.session.SessionId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the key of a turn tells, for those who read the stream of the table.
 *
 * @param number the turn's place in its log
 */
public record TurnKey(SessionId session, long number) {
    /** What the sort keys of turns begin with; no other item's does. */
    public static final String PREFIX = "TURN#";

    private static final String SESSION = "SESSION#";
    private static final Pattern TURN = Pattern.compile("TURN#[0-9]{15}#[0-9]{12}");

    /** The turn that these keys name; none if they name another item, ours or not. */
    public static Optional<TurnKey> of(String partitionKey, String sortKey) {
        if (!partitionKey.startsWith(SESSION) || !TURN.matcher(sortKey).matches()) {
            return Optional.empty();
        }
        try {
            SessionId session = SessionId.of(partitionKey.substring(SESSION.length()));
            return Optional.of(new TurnKey(session, Keys.position(sortKey)));
        } catch (IllegalArgumentException notOurs) {
            // A reader of a stream must not stumble over what other code put into the table.
            return Optional.empty();
        }
    }

    /** The same of the keys in a stream record. */
    public static Optional<TurnKey> of(Map<String, AttributeValue> keys) {
        AttributeValue partitionKey = keys.get("PK");
        AttributeValue sortKey = keys.get("SK");
        return partitionKey == null || sortKey == null || partitionKey.s() == null || sortKey.s() == null
                ? Optional.empty()
                : of(partitionKey.s(), sortKey.s());
    }
}
