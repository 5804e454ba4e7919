package dojo.lab.region;

import dojo.lab.item.Change;
import dojo.lab.item.ItemKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A change on its way to another Region.
 *
 * @param number its place among the shipments of its channel
 * @param table which global table it belongs to
 * @param lag how long it takes
 * @param due when it arrives, if nothing holds it up
 * @param backfill whether it fills a new replica, rather than being news
 */
record Shipment(
        long number, Change change, Version version, GlobalTable table, Duration lag, Instant due, boolean backfill) {

    ItemKey key() {
        return change.itemKey();
    }

    Shipment due(Instant other) {
        return new Shipment(number, change, version, table, lag, other, backfill);
    }

    /** What it is in a few words, such as {@code put of sessions s-1/META}. */
    String words() {
        return (change.after().isEmpty() ? "delete" : "put") + " of " + change.table() + " "
                + change.key().values().stream().map(Shipment::word).collect(Collectors.joining("/"));
    }

    private static String word(AttributeValue value) {
        if (value.s() != null) {
            return value.s();
        }
        return value.n() != null
                ? value.n()
                : Base64.getEncoder().encodeToString(value.b().asByteArray());
    }
}
