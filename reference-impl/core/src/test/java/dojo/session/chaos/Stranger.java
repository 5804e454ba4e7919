package dojo.session.chaos;

import dojo.lab.conflict.ConflictLaw;
import dojo.lab.conflict.ForeignTransaction;
import dojo.session.SessionId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Transactions of somebody else, which keep the places to be written next to themselves for a moment. */
record Stranger(Stage stage, SplittableRandom random) {

    void storm(long operations) {
        while (stage.chronicle().operations() < operations) {
            stage.lab().clock().pass(Duration.ofMillis(random.nextInt(150)));
            SessionId session =
                    stage.sessions().get(random.nextInt(stage.sessions().size()));
            Optional<Map<String, AttributeValue>> key = random.nextInt(4) == 0
                    ? Optional.of(stage.raw().headKey(session))
                    : stage.raw().nextPlace(session);
            key.ifPresent(this::hold);
        }
    }

    private void hold(Map<String, AttributeValue> key) {
        ForeignTransaction held;
        try {
            held = stage.lab().law(ConflictLaw.class).prepare(stage.table(), key);
        } catch (IllegalStateException busy) {
            // Somebody's transaction is there already, which is as good.
            return;
        }
        try {
            stage.lab().clock().pass(Duration.ofMillis(5 + random.nextInt(60)));
        } finally {
            held.close();
        }
    }
}
