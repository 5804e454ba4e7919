package dojo.workbench.screen;

import java.util.Map;

/** Plain stand-ins for the few ornaments we use, for terminals that are not UTF-8. */
final class Glyphs {
    private static final Map<Integer, String> ASCII = Map.ofEntries(
            Map.entry((int) '✓', "+"),
            Map.entry((int) '✗', "x"),
            Map.entry((int) '·', "-"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '→', ">"),
            Map.entry((int) '▸', ">"),
            Map.entry((int) '─', "-"),
            Map.entry((int) '│', "|"),
            Map.entry((int) '█', "#"),
            Map.entry((int) '░', "."),
            Map.entry((int) '×', "x"),
            Map.entry((int) '»', "~"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""));

    private Glyphs() {}

    static String ascii(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> plain.append(c < 128 ? Character.toString(c) : ASCII.getOrDefault(c, "?")));
        return plain.toString();
    }
}
