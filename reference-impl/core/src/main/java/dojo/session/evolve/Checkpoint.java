package dojo.session.evolve;

import dojo.session.Bill;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * How far one segment of a walk has come, as an item of the table that is walked.
 *
 * @param saved how often it was saved; two walkers of one segment find out by it
 * @param after the key of the last item that was visited; empty at the beginning
 */
record Checkpoint(
        String job,
        int segment,
        int segments,
        long saved,
        Map<String, AttributeValue> after,
        boolean done,
        Map<String, Long> counts,
        Bill bill) {
    /** No session or customer has keys that begin like this. */
    static final String PREFIX = "WALK#";

    static Checkpoint start(String job, int segment, int segments) {
        return new Checkpoint(job, segment, segments, 0, Map.of(), false, Map.of(), Bill.ZERO);
    }

    Checkpoint next(Map<String, AttributeValue> lastKey, Map<String, Long> more, Bill spent) {
        Map<String, Long> sum = new TreeMap<>(counts);
        more.forEach((label, count) -> sum.merge(label, count, Long::sum));
        return new Checkpoint(job, segment, segments, saved + 1, lastKey, lastKey.isEmpty(), sum, bill.plus(spent));
    }

    static GetItemRequest get(String table, String job, int segment) {
        return GetItemRequest.builder()
                .tableName(table)
                .key(key(job, segment))
                .consistentRead(true)
                .build();
    }

    /** Refused if somebody else has saved since this one was read. */
    PutItemRequest put(String table) {
        Map<String, AttributeValue> item = new HashMap<>(key(job, segment));
        item.put("v", number(1));
        item.put("segments", number(segments));
        item.put("saved", number(saved));
        item.put("done", AttributeValue.fromBool(done));
        item.put("after", AttributeValue.fromM(after));
        Map<String, AttributeValue> numbers = new HashMap<>();
        counts.forEach((label, count) -> numbers.put(label, number(count)));
        item.put("counts", AttributeValue.fromM(numbers));
        item.put("requests", number(bill.requests()));
        item.put("read_units", AttributeValue.fromN(Double.toString(bill.readUnits())));
        item.put("write_units", AttributeValue.fromN(Double.toString(bill.writeUnits())));
        item.put("at_least", AttributeValue.fromBool(bill.atLeast()));
        return PutItemRequest.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(PK) OR saved = :before")
                .expressionAttributeValues(Map.of(":before", number(saved - 1)))
                .build();
    }

    /**
     * Empty if the segment was never begun.
     *
     * @throws IllegalStateException if the job was begun with another number of segments
     */
    static Optional<Checkpoint> read(String job, int segment, int segments, Map<String, AttributeValue> item) {
        if (item.isEmpty()) {
            return Optional.empty();
        }
        int begun = Integer.parseInt(of(item, "segments").n());
        if (begun != segments) {
            throw new IllegalStateException("Job " + job + " was begun with " + begun + " segments, got " + segments
                    + ": go on with " + begun + ", or give the job another name to begin anew.");
        }
        Map<String, Long> counts = new TreeMap<>();
        of(item, "counts").m().forEach((label, count) -> counts.put(label, Long.parseLong(count.n())));
        Bill bill = new Bill(
                Integer.parseInt(of(item, "requests").n()),
                Double.parseDouble(of(item, "read_units").n()),
                Double.parseDouble(of(item, "write_units").n()),
                of(item, "at_least").bool());
        return Optional.of(new Checkpoint(
                job,
                segment,
                segments,
                Long.parseLong(of(item, "saved").n()),
                of(item, "after").m(),
                of(item, "done").bool(),
                counts,
                bill));
    }

    private static Map<String, AttributeValue> key(String job, int segment) {
        return Map.of("PK", AttributeValue.fromS(PREFIX + job), "SK", AttributeValue.fromS("SEGMENT#" + segment));
    }

    private static AttributeValue of(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("The checkpoint " + item.get("PK") + " has no attribute \"" + name
                    + "\": delete it to begin anew, which repeats no write.");
        }
        return value;
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
