package dojo.lab.transparency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of some shape, and how to speak of its keys.
 *
 * @param keys the key attributes with their types, the partition key first
 * @param indexes the key attributes of each index, by its name
 * @param extra further members of CreateTable
 */
record Table(String name, Map<String, String> keys, Map<String, List<String>> indexes, Map<String, Object> extra) {

    /** Types of the attributes that are keys of an index. */
    static final Map<String, String> INDEXED = new TreeMap<>(Map.of(
            "kind", "S", "holder", "S", "grade", "N", "city", "S", "street", "S", "house", "N", "posted", "S", "raw",
            "B"));

    Table {
        // The order of Map.of changes from one JVM to the next, and the sequence of a seed must not.
        indexes = new TreeMap<>(indexes);
    }

    /** The shapes of a world; every way in which DynamoDB tells tables apart is there at least once. */
    static List<Table> world() {
        return List.of(
                new Table(
                        "Simple", keys("id", "S", null, null), Map.of(), Json.object("BillingMode", "PAY_PER_REQUEST")),
                indexed(),
                numbered(),
                new Table(
                        "words.of_2",
                        keys("PK", "S", "SK", "S"),
                        Map.of("by-grade", List.of("grade")),
                        Json.object(
                                "BillingMode",
                                "PAY_PER_REQUEST",
                                "GlobalSecondaryIndexes",
                                List.of(index("by-grade", "ALL", "grade", null)),
                                "StreamSpecification",
                                Json.object("StreamEnabled", true, "StreamViewType", "NEW_IMAGE"))));
    }

    private static Table indexed() {
        Map<String, Object> byPlace = Json.object(
                "IndexName",
                "by-place",
                "KeySchema",
                List.of(key("city", "HASH"), key("street", "HASH"), key("house", "RANGE"), key("posted", "RANGE")),
                "Projection",
                Json.object("ProjectionType", "INCLUDE", "NonKeyAttributes", List.of("note")));
        return new Table(
                "indexed",
                keys("PK", "S", "SK", "N"),
                Map.of(
                        "by-kind",
                        List.of("kind"),
                        "by-holder",
                        List.of("holder", "grade"),
                        "by-place",
                        List.of("city", "street", "house", "posted"),
                        "by-posted",
                        List.of("PK", "posted")),
                Json.object(
                        "BillingMode",
                        "PAY_PER_REQUEST",
                        "GlobalSecondaryIndexes",
                        List.of(
                                index("by-kind", "ALL", "kind", null),
                                index("by-holder", "KEYS_ONLY", "holder", "grade"),
                                byPlace),
                        "LocalSecondaryIndexes",
                        List.of(Json.with(
                                index("by-posted", "INCLUDE", "PK", "posted"),
                                "Projection",
                                Json.object("ProjectionType", "INCLUDE", "NonKeyAttributes", List.of("note", "kind")))),
                        "StreamSpecification",
                        Json.object("StreamEnabled", true, "StreamViewType", "NEW_AND_OLD_IMAGES")));
    }

    private static Table numbered() {
        Map<String, Object> throughput = Json.object("ReadCapacityUnits", 5, "WriteCapacityUnits", 5);
        return new Table(
                "numbered",
                keys("no", "N", "bin", "B"),
                Map.of("by-raw", List.of("raw"), "all-by-kind", List.of("no", "kind")),
                Json.object(
                        "ProvisionedThroughput",
                        throughput,
                        "GlobalSecondaryIndexes",
                        List.of(Json.with(
                                index("by-raw", "KEYS_ONLY", "raw", null), "ProvisionedThroughput", throughput)),
                        "LocalSecondaryIndexes",
                        List.of(index("all-by-kind", "ALL", "no", "kind")),
                        "StreamSpecification",
                        Json.object("StreamEnabled", true, "StreamViewType", "KEYS_ONLY")));
    }

    static Map<String, Object> index(String name, String projection, String hash, @Nullable String range) {
        List<Map<String, Object>> schema = new ArrayList<>(List.of(key(hash, "HASH")));
        if (range != null) {
            schema.add(key(range, "RANGE"));
        }
        return Json.object(
                "IndexName", name, "KeySchema", schema, "Projection", Json.object("ProjectionType", projection));
    }

    static Map<String, Object> key(String attribute, String type) {
        return Json.object("AttributeName", attribute, "KeyType", type);
    }

    static Map<String, Object> attribute(String name, String type) {
        return Json.object("AttributeName", name, "AttributeType", type);
    }

    Map<String, Object> creation() {
        List<String> names = List.copyOf(keys.keySet());
        List<Map<String, Object>> schema = new ArrayList<>(List.of(key(names.get(0), "HASH")));
        if (names.size() > 1) {
            schema.add(key(names.get(1), "RANGE"));
        }
        List<Map<String, Object>> attributes = Stream.concat(
                        names.stream(), indexes.values().stream().flatMap(List::stream))
                .distinct()
                .map(name -> attribute(name, keys.getOrDefault(name, INDEXED.getOrDefault(name, "S"))))
                .toList();
        return Json.with(
                Json.object("TableName", name, "KeySchema", schema, "AttributeDefinitions", attributes),
                extra.entrySet().stream()
                        .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                        .toArray());
    }

    String hash() {
        return keys.keySet().iterator().next();
    }

    private static Map<String, String> keys(
            String hash, String hashType, @Nullable String range, @Nullable String rangeType) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(hash, hashType);
        if (range != null && rangeType != null) {
            keys.put(range, rangeType);
        }
        return keys;
    }
}
