package dojo.exhibits.parcels;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.lab.junit.LabTable;
import java.util.Map;

/** An order of six lines in two parcels, as it is before anything is shipped. */
final class Orders {

    static final String ORDER = "ORDER#o-7";
    private static final String TEXT = "x".repeat(150);

    private Orders() {}

    static void place(LabTable table) {
        put(table, "HEAD");
        for (int line = 1; line <= 6; line++) {
            put(table, "LINE#%03d".formatted(line));
        }
        put(table, "PARCEL#1");
        put(table, "PARCEL#2");
    }

    private static void put(LabTable table, String sort) {
        table.put(Map.of("PK", fromS(ORDER), "SK", fromS(sort), "text", fromS(TEXT)));
    }

    /** Scans both parcels so often, a minute apart. */
    static void ship(OrderDesk desk, int scans) {
        for (int i = 0; i < scans; i++) {
            String time = "2026-11-23T%02d:%02d".formatted(i / 60, i % 60);
            desk.scanned(ORDER, "1", time, "Sorting centre, lane " + i + ", " + TEXT);
            desk.scanned(ORDER, "2", time, "Sorting centre, lane " + i + ", " + TEXT);
        }
    }
}
