package dojo.session.summary;

import dojo.session.SessionId;
import dojo.session.dynamo.TurnKey;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * What a stream tells of a turn that was stored; the rest is read from the table.
 *
 * @param sequenceNumber the record's, by which its failure is reported
 * @param number the place of the turn in its log
 */
public record TurnWritten(String sequenceNumber, SessionId session, long number) {
    /**
     * The turn that a record tells of; none if it tells of something else: of a summary or a head, or that a turn was
     * redacted, or deleted when its time was over.
     */
    public static Optional<TurnWritten> of(Record record) {
        return record.eventName() == OperationType.INSERT
                ? TurnKey.of(record.dynamodb().keys())
                        .map(turn -> new TurnWritten(record.dynamodb().sequenceNumber(), turn.session(), turn.number()))
                : Optional.empty();
    }
}
