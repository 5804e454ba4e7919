package dojo.session.evolve;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What becomes of one item; pure, and the same for the same item. */
@FunctionalInterface
public interface Upcast {
    Verdict of(Map<String, AttributeValue> stored);

    /** What is to be done. */
    sealed interface Verdict {}

    /** Nothing: it is as it should be. */
    record Current() implements Verdict {}

    /** It should be like this; the key must stay. */
    record Change(Map<String, AttributeValue> after) implements Verdict {
        public Change {
            after = Map.copyOf(after);
        }
    }

    /** It is none of ours, or of a version that only newer code understands. */
    record Leave(String reason) implements Verdict {}
}
