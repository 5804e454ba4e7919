package dojo.c02_items.e3_what_does_it_cost;

import dojo.lab.item.ItemSize;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What people believe about prices, and what the items of the chat would cost if it were so.
 *
 * @param items META, then the turns
 */
record Beliefs(List<Map<String, AttributeValue>> items) {
    static final int KB = 1024;

    static final String STRONG =
            "is the price of strongly consistent reading; none of these requests asks" + " for that";
    static final String BY_THE_KILOBYTE =
            "is counted by the KB begun; that is how writes are billed, reads go by 4 KB begun";
    static final String ONE_BY_ONE =
            "prices every turn by itself; a Query adds up all bytes that it reads, and rounds up once";
    static final String VALUES_ALONE =
            "is what the values alone cost; each of the turns also has the names of its four attributes";

    Map<String, AttributeValue> meta() {
        return items.get(0);
    }

    /** Bytes of all turns. */
    long turns() {
        return all().mapToLong(Beliefs::bytes).sum();
    }

    /** Bytes of one speaker's turns. */
    long turnsOf(String speaker) {
        return all().filter(turn -> AttributeValue.fromS(speaker).equals(turn.get("speaker")))
                .mapToLong(Beliefs::bytes)
                .sum();
    }

    /** As if every turn were rounded up by itself. */
    double oneByOne() {
        return all().mapToDouble(turn -> eventual(bytes(turn))).sum();
    }

    /** As if the names in the turns were free. */
    double valuesAlone() {
        return eventual(all().mapToLong(Beliefs::values).sum());
    }

    private Stream<Map<String, AttributeValue>> all() {
        return items.stream().skip(1);
    }

    /** Names and values. */
    static long bytes(Map<String, AttributeValue> item) {
        return ItemSize.bytes(item);
    }

    /** As if the names of attributes were free. */
    static long values(Map<String, AttributeValue> item) {
        return bytes(item) - item.keySet().stream().mapToLong(String::length).sum();
    }

    /** Half a unit for each 4 KB begun. */
    static double eventual(long bytes) {
        return strong(bytes) / 2;
    }

    /** A unit for each 4 KB begun. */
    static double strong(long bytes) {
        return begun(bytes, 4 * KB);
    }

    /** How many blocks so many bytes begin. */
    static long begun(long bytes, int block) {
        return (bytes + block - 1) / block;
    }
}
