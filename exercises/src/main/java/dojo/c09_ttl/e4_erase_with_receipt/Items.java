package dojo.c09_ttl.e4_erase_with_receipt;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of the chat. A session is known in two places: as items of its own, and as a member of its customer. */
public final class Items {
    private Items() {}

    /** The member of a customer's item collection that names a session. */
    public static Map<String, AttributeValue> member(String customerId, String sessionId) {
        return Map.of(
                "PK", AttributeValue.fromS("CUSTOMER#" + customerId),
                "SK", AttributeValue.fromS("SESSION#" + sessionId));
    }

    /** META of a session; the index GSI1 finds it by its customer. */
    public static Map<String, AttributeValue> meta(String customerId, String sessionId, Instant end) {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS("META"),
                "GSI1PK", AttributeValue.fromS(customerId),
                "ttl", AttributeValue.fromN(Long.toString(end.getEpochSecond())));
    }

    /** Something that was said, a turn or a summary, under this sort key. */
    public static Map<String, AttributeValue> said(String sessionId, String sortKey, String text, Instant end) {
        return Map.of(
                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                "SK", AttributeValue.fromS(sortKey),
                "text", AttributeValue.fromS(text),
                "ttl", AttributeValue.fromN(Long.toString(end.getEpochSecond())));
    }

    /** The key of the marker: while there is an item, nobody writes for the customer. */
    public static Map<String, AttributeValue> markerKey(String customerId) {
        return Map.of("PK", AttributeValue.fromS("CUSTOMER#" + customerId), "SK", AttributeValue.fromS("ERASURE"));
    }

    /** The key of an item. */
    public static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        return Map.of("PK", item.get("PK"), "SK", item.get("SK"));
    }

    /** The partition key of an item. */
    public static String partition(Map<String, AttributeValue> item) {
        return item.get("PK").s();
    }

    /** The sort key of an item. */
    public static String sort(Map<String, AttributeValue> item) {
        return item.get("SK").s();
    }

    /** The partition key of the session that a member names. */
    public static String sessionOf(Map<String, AttributeValue> member) {
        return member.get("SK").s();
    }

    /** The kind of an item: {@code MEMBER}, {@code META}, {@code TURN}, {@code SUMMARY}, or {@code ERASURE}. */
    public static String kind(Map<String, AttributeValue> item) {
        String kind = item.get("SK").s().replaceAll("#.*", "");
        return kind.equals("SESSION") ? "MEMBER" : kind;
    }

    /** Counts as an attribute, to be stored in the marker under {@code counts}. */
    public static AttributeValue attribute(Map<String, Integer> counts) {
        return AttributeValue.fromM(counts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> AttributeValue.fromN(count.getValue().toString()))));
    }

    /** The counts in a stored marker. */
    public static Map<String, Integer> counts(Map<String, AttributeValue> marker) {
        return marker.get("counts").m().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> Integer.valueOf(count.getValue().n())));
    }

    /** The time in a stored marker at which all was done. */
    public static Instant finishedAt(Map<String, AttributeValue> marker) {
        return Instant.ofEpochMilli(Long.parseLong(marker.get("finished_at").n()));
    }
}
