package dojo.c09_ttl.e4_erase_with_receipt;

import dojo.lab.junit.LabTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Two customers: Ada, whose sessions are to be erased, and Ben, who stays. What is done here is on no bill. */
final class World {
    static final Instant OVER = Instant.parse("2026-10-01T09:00:00Z");
    static final Instant ALIVE = Instant.parse("2027-01-01T09:00:00Z");
    static final Copies COPIES = new Copies(Duration.ofDays(35), Instant.parse("2027-03-01T00:00:00Z"));
    /** What there is of Ada. */
    static final Map<String, Integer> COUNTS = Map.of("MEMBER", 2, "META", 2, "TURN", 4, "SUMMARY", 1);

    private final LabTable table;

    World(LabTable table) {
        this.table = table;
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        items.add(Items.member("ada", "s-1"));
        items.add(Items.meta("ada", "s-1", OVER));
        items.add(Items.said("s-1", "SUMMARY#001", "A parcel is late.", OVER));
        items.add(Items.said("s-1", "TURN#000001", "Where is my parcel?", OVER));
        items.add(Items.said("s-1", "TURN#000002", "On its way.", OVER));
        items.add(Items.member("ada", "s-2"));
        items.add(Items.meta("ada", "s-2", ALIVE));
        items.add(Items.said("s-2", "TURN#000001", "My address is 7 Elm Street.", ALIVE));
        items.add(Items.said("s-2", "TURN#000002", "Noted.", ALIVE));
        items.add(Items.member("ben", "s-9"));
        items.add(Items.meta("ben", "s-9", ALIVE));
        items.add(Items.said("s-9", "TURN#000001", "Do you sell gift cards?", ALIVE));
        table.putAll(items);
    }

    /** The keys of all that is left, but for markers. */
    List<String> left() {
        return table.items().stream()
                .filter(item -> !Items.kind(item).equals("ERASURE"))
                .map(item -> "%s %s".formatted(Items.partition(item), Items.sort(item)))
                .sorted()
                .toList();
    }

    /** What is left when Ada is erased, and Ben is not. */
    static List<String> ben() {
        return List.of("CUSTOMER#ben SESSION#s-9", "SESSION#s-9 META", "SESSION#s-9 TURN#000001");
    }
}
