package dojo.session.dynamo;

import dojo.session.TurnId;
import dojo.session.dynamo.Items.Slot;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Reads the places of a log from one on to its end, looking for one turn.
 *
 * <p>Strongly consistent, page by page. Costs one read unit for each 4 KB of turns passed; leaving out their text saves
 * bytes on the wire, not units.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html">AWS: paging</a>
 */
final class WalkLog {
    private static final int LOOKS_AT_A_HOLE = 3;

    private final DynamoDbClient client;
    private final String table;

    WalkLog(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** Where the log ends, whether a seal ends it, and where the turn stands if it does. */
    record Walked(long last, boolean sealed, Optional<Slot> mine) {}

    Walked from(Token place, TurnId wanted, Tally tally) {
        Walked walked = new Walked(place.position() - 1, false, Optional.empty());
        int looks = 0;
        while (looks < LOOKS_AT_A_HOLE) {
            QueryResponse page = client.query(query(place.at(walked.last() + 1)));
            tally.read(page.consumedCapacity());
            long before = walked.last();
            walked = follow(page, walked, wanted);
            if (walked.sealed() || walked.mine().isPresent()) {
                return walked;
            }
            boolean hole = walked.last() - before < page.count();
            if (!hole && page.lastEvaluatedKey().isEmpty()) {
                return walked;
            }
            looks = walked.last() == before ? looks + 1 : 0;
        }
        throw new IllegalStateException(
                "Session " + place.session() + " has turns after place " + (walked.last() + 1)
                        + " but none there: single turns of a log are never deleted. Restart the session, or restore the turn.");
    }

    /**
     * Goes from place to place and stops before a hole: a Query is no snapshot, so it may have passed an empty place
     * just before it was filled, and then have seen the turn after it.
     */
    private static Walked follow(QueryResponse page, Walked walked, TurnId wanted) {
        for (Map<String, AttributeValue> item : page.items()) {
            Slot slot = Items.slot(item);
            if (slot.position() != walked.last() + 1) {
                return walked;
            }
            Optional<Slot> mine = slot.holds(wanted) ? Optional.of(slot) : Optional.empty();
            walked = new Walked(slot.position(), slot.isSeal(), mine);
            if (mine.isPresent()) {
                return walked;
            }
        }
        return walked;
    }

    // tag::walk[]
    private QueryRequest query(Token from) {
        Keys.Range places = Keys.turnsFrom(from.epoch(), from.position());
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND SK BETWEEN :first AND :last")
                .projectionExpression("SK, turn_id, payload")
                .expressionAttributeValues(Map.of(
                        ":pk", Keys.session(from.session()),
                        ":first", places.first(),
                        ":last", places.last()))
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();
    }
    // end::walk[]
}
