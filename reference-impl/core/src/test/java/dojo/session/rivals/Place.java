package dojo.session.rivals;

import dojo.session.Window.Consistency;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Where one conversation is kept.
 *
 * @param consistency how a context is loaded, where the design leaves that open
 */
record Place(
        DynamoDbClient client,
        String table,
        String session,
        String customer,
        InstantSource clock,
        Consistency consistency) {
    boolean strong() {
        return consistency == Consistency.STRONG;
    }

    long millis() {
        return clock.millis();
    }

    /** A day from now in epoch seconds, as every design here sets time to live. */
    long tomorrow() {
        return clock.instant().getEpochSecond() + 86_400;
    }
}
