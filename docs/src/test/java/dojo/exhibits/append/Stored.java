package dojo.exhibits.append;

import dojo.lab.junit.LabTable;
import java.util.List;
import java.util.Objects;

/** What is in a session's item collection, seen from behind the table. */
final class Stored {

    private Stored() {}

    /** One string attribute of every item of the session, in key order. */
    static List<String> texts(LabTable table, String session, String attribute) {
        return table.items("SESSION#" + session).stream()
                .map(item ->
                        Objects.requireNonNull(item.get(attribute), attribute).s())
                .toList();
    }

    static int turns(LabTable table, String session) {
        return (int) texts(table, session, "SK").stream()
                .filter(key -> key.startsWith("TURN#"))
                .count();
    }
}
