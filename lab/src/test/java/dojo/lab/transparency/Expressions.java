package dojo.lab.transparency;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expressions with their placeholders filled in, right ones and wrong ones.
 *
 * <p>In a template {@code :s}, {@code :n} and so on stand for a value of that type, {@code :key} for a value of the
 * partition key, {@code #x} for the attribute x. An attribute named without a sign is used as it is.
 */
record Expressions(Chance chance, Values values) {

    private static final Pattern PLACEHOLDER = Pattern.compile("[:#][A-Za-z][A-Za-z0-9]*");

    static final List<String> UPDATES = List.of(
            "SET note = :s",
            "SET tally = :n",
            "SET tally = tally + :n",
            "SET tally = if_not_exists(tally, :n) - :one",
            "ADD tally :n",
            "ADD labels :ss",
            "ADD marks :ns",
            "DELETE labels :ss",
            "REMOVE note, tally",
            "SET trail = list_append(if_not_exists(trail, :empty), :l)",
            "SET trail = list_append(trail, :l)",
            "SET trail[1] = :s REMOVE trail[0]",
            "SET box = :m",
            "SET #box.#lid = :any",
            "REMOVE box.deep",
            "SET kind = :s, holder = :s, grade = :n",
            "REMOVE kind, grade",
            "SET posted = :s ADD tally :one",
            "SET city = :s, street = :s, house = :n",
            "SET flag = :bool, nothing = :any",
            "SET note = kind",
            "SET blob = :b, #note = if_not_exists(kind, :s)",
            "ADD blobs :bs SET tally = :n",
            "SET raw = :b");

    static final List<String> WRONG_UPDATES = List.of(
            "SET note = :missing",
            "SET",
            "FROB note :s",
            "SET note = :s, note = :any",
            "ADD note :n",
            "SET tally = note + :n",
            "SET #hash = :s",
            "SET size = :s",
            "SET note = :s REMOVE note",
            "REMOVE note[",
            "SET grade = :s",
            "SET kind = :n",
            "ADD tally :l",
            "DELETE tally :n",
            "SET note = frob(:s)",
            "SET note :s",
            "SET box.lid.deeper.still = :s",
            "SET note = :s SET tally = :n",
            "SET kind = :blank",
            "SET nope.inner = :s",
            "SET trail = list_append(note, :l)",
            "SET #undefined = :s",
            "DELETE labels :ns");

    static final List<String> CONDITIONS = List.of(
            "attribute_exists(#hash)",
            "attribute_not_exists(#hash)",
            "attribute_exists(note)",
            "tally = :n",
            "tally < :n OR attribute_not_exists(tally)",
            "note <> :s",
            "kind IN (:s, :any)",
            "tally BETWEEN :zero AND :big",
            "begins_with(note, :s)",
            "contains(labels, :s)",
            "contains(note, :s)",
            "size(note) > :one",
            "attribute_type(nothing, :null)",
            "NOT (flag = :bool)",
            "#box.#lid = :any",
            "(kind = :s AND grade >= :n) OR note = :s",
            "size(trail) <= :n",
            "trail[0] = :any",
            "labels = :ss");

    static final List<String> WRONG_CONDITIONS = List.of(
            "note = ",
            "frob(note)",
            "size = :s",
            "note = :missing",
            "attribute_exists(:s)",
            "begins_with(note, :n)",
            "tally BETWEEN :big AND :zero",
            "note = :s AND",
            "#undefined = :s",
            "note == :s",
            "size(note)",
            "attribute_type(note, :s)",
            "contains(note)",
            "",
            "tally BETWEEN :s AND :n");

    /** Conditions for filters: no attribute of a primary key may be in them. */
    static final List<String> FILTERS = CONDITIONS.subList(2, CONDITIONS.size());

    static final List<String> PROJECTIONS = List.of(
            "note", "tally, kind", "#hash", "box.lid, trail[0]", "note, #box.deep.er", "labels, posted", "trail[5]");

    static final List<String> WRONG_PROJECTIONS =
            List.of("note, note", "box, box.lid", "", "note,", "#undefined", "size", "note note", "trail[-1]");

    /** The expression under that member, and its names and values beside what is there already. */
    void put(Map<String, Object> request, Table table, String member, String template) {
        Map<String, Object> names = new TreeMap<>(Json.asObject(request.get("ExpressionAttributeNames")));
        Map<String, Object> filled = new TreeMap<>(Json.asObject(request.get("ExpressionAttributeValues")));
        Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            String placeholder = matcher.group();
            if (placeholder.startsWith("#")) {
                if (!placeholder.equals("#undefined")) {
                    names.put(placeholder, placeholder.equals("#hash") ? table.hash() : placeholder.substring(1));
                }
            } else if (!placeholder.equals(":missing")) {
                filled.putIfAbsent(placeholder, value(placeholder.substring(1), table));
            }
        }
        request.put(member, template);
        if (!names.isEmpty()) {
            request.put("ExpressionAttributeNames", names);
        }
        if (!filled.isEmpty()) {
            request.put("ExpressionAttributeValues", filled);
        }
    }

    private Object value(String word, Table table) {
        return switch (word) {
            case "s" -> Values.s(chance.of("a", "ab", "x", "k0", "k1", "k2", "note 1"));
            case "n" -> values.number();
            case "zero" -> Values.n(0);
            case "one" -> Values.n(1);
            case "big" -> Values.n(1000);
            case "blank" -> Values.s("");
            case "b" -> values.typical("blob");
            case "ss" -> Json.object("SS", List.of("x", "y"));
            case "ns" -> Json.object("NS", List.of("1", "7"));
            case "bs" -> Json.object("BS", List.of(Values.base64("p")));
            case "l" -> Json.object("L", List.of(values.any(1)));
            case "empty" -> Json.object("L", List.of());
            case "m" -> values.typical("box");
            case "bool" -> Json.object("BOOL", true);
            case "null" -> Values.s("NULL");
            case "hash", "hash2" -> values.keyValue(table.keys().getOrDefault(table.hash(), "S"), 3);
            case "any" -> values.any(1);
            default -> word.startsWith("k") ? values.keyValue(type(table, word.substring(1)), 3) : values.any(0);
        };
    }

    private static String type(Table table, String attribute) {
        return table.keys().getOrDefault(attribute, Table.INDEXED.getOrDefault(attribute, "S"));
    }
}
