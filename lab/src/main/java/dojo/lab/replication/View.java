package dojo.lab.replication;

import dojo.lab.item.ItemKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What one replica sees differently from the leader.
 *
 * @param images the items of which it misses changes, by canonical key, as it knows them; empty where it knows none
 * @param why the sentence for the trace; empty if it misses nothing
 */
record View(Map<String, Map<String, AttributeValue>> images, String why) {

    /** The view of a replica that misses nothing. */
    static final View UP_TO_DATE = new View(Map.of(), "");

    /** @param oldest the oldest change that the replica misses */
    static View of(Replica replica, Map<String, Map<String, AttributeValue>> images, Pending oldest, Instant now) {
        StringBuilder why = new StringBuilder("stale: ").append(replica);
        String item = ItemKey.words(oldest.change().key());
        if (oldest.heldAt(replica)) {
            why.append(" is paused and misses ").append(item);
        } else {
            Duration lag = Duration.between(oldest.change().at(), oldest.dueAt(replica));
            why.append(" is ")
                    .append(Words.duration(lag))
                    .append(" behind for ")
                    .append(item);
        }
        Duration age = Duration.between(oldest.change().at(), now);
        why.append(", written ").append(Words.duration(age)).append(" ago");
        if (images.size() > 1) {
            why.append("; it misses ").append(images.size()).append(" items in all");
        }
        return new View(images, why.toString());
    }

    boolean isUpToDate() {
        return images.isEmpty();
    }
}
