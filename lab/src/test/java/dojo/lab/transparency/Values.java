package dojo.lab.transparency;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Random attribute values and items, from few enough values that requests meet each other's items. */
record Values(Chance chance) {

    /** Attributes that no key has, each mostly of one type. */
    static final List<String> FREE =
            List.of("note", "tally", "labels", "marks", "blobs", "trail", "box", "flag", "nothing", "blob");

    static Object s(String value) {
        return Json.object("S", value);
    }

    static Object n(Object value) {
        return Json.object("N", String.valueOf(value));
    }

    static Object b(String value) {
        return Json.object("B", base64(value));
    }

    static String base64(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A key that other steps are likely to use as well. */
    Map<String, Object> key(Table table) {
        Map<String, Object> key = Json.object();
        table.keys().forEach((name, type) -> key.put(name, keyValue(type, name.equals(table.hash()) ? 3 : 6)));
        return key;
    }

    Object keyValue(String type, int different) {
        int which = chance.below(different);
        return switch (type) {
            case "S" -> s("k" + which);
            // The same number may be spelled in several ways.
            case "N" -> n(chance.of(which + "", which + ".0", which + "", which + "e0"));
            default -> b("k" + which);
        };
    }

    /** A whole item: its key, some attributes of indexes, some others. */
    Map<String, Object> item(Table table) {
        Map<String, Object> item = key(table);
        Table.INDEXED.forEach((name, type) -> {
            if (!chance.oneIn(3)) {
                item.putIfAbsent(name, keyValue(type, 3));
            }
        });
        for (String name : FREE) {
            if (chance.oneIn(3)) {
                item.put(name, typical(name));
            }
        }
        if (chance.oneIn(40)) {
            item.put("note", s("é".repeat(chance.below(30_000))));
        }
        return item;
    }

    /** A value of the type that this attribute has nearly everywhere. */
    Object typical(String name) {
        if (chance.oneIn(15)) {
            return any(2);
        }
        return switch (name) {
            case "note" -> s(chance.of("", "a", "ab", "abc", "漢字", "note " + chance.below(5)));
            case "tally", "grade", "house" -> number();
            case "labels" -> Json.object("SS", some("x", "y", "z", "ÿ"));
            case "marks" -> Json.object("NS", some("1", "2.5", "-3", "4e2"));
            case "blobs" -> Json.object("BS", some(base64("p"), base64("q"), base64("r")));
            case "trail" -> Json.object("L", listOf(3));
            case "box" ->
                Json.object("M", Json.object("lid", any(1), "deep", Json.object("M", Json.object("er", n(7)))));
            case "flag" -> Json.object("BOOL", chance.oneIn(2));
            case "nothing" -> Json.object("NULL", true);
            case "blob" -> b("b" + chance.below(4));
            default -> keyValue(Table.INDEXED.getOrDefault(name, "S"), 3);
        };
    }

    Object number() {
        return n(chance.of(
                "0",
                "1",
                "2",
                "-1",
                "3.14",
                "1e10",
                "-0.5e-7",
                "00042",
                "12345678901234567890123456789012345678",
                "1E-130",
                "9.9E125",
                Integer.toString(chance.below(100))));
    }

    /** Any type, nested at most so deep. */
    Object any(int depth) {
        return switch (chance.below(depth > 0 ? 10 : 8)) {
            case 0 -> s("v" + chance.below(5));
            case 1, 2 -> number();
            case 3 -> b("b" + chance.below(3));
            case 4 -> Json.object("BOOL", chance.oneIn(2));
            case 5 -> Json.object("NULL", true);
            case 6 -> Json.object("SS", some("x", "y", "z"));
            case 7 -> Json.object("NS", some("1", "2", "3"));
            case 8 -> Json.object("L", listOf(depth));
            default -> Json.object("M", Json.object("m" + chance.below(2), any(depth - 1)));
        };
    }

    private List<Object> listOf(int depth) {
        return IntStream.range(0, chance.below(4))
                .mapToObj(i -> any(Math.max(0, depth - 2)))
                .toList();
    }

    private List<String> some(String... all) {
        int from = chance.below(all.length);
        return List.of(all).subList(from, from + 1 + chance.below(all.length - from));
    }
}
