package dojo.workbench.shell.view;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One column of a table of items.
 *
 * @param type the type of all its values; empty if they differ, and then each value says its own
 * @param texts by row; empty text where an item lacks the attribute
 * @param natural how wide it would like to be
 */
record Column(String name, String type, List<String> texts, long count, int natural) {
    private static final int WIDEST = 400;
    private static final int NARROWEST = 12;
    private static final int SHORT_NAME = 14;

    static Column of(String name, Attribute[] values) {
        List<String> types = Arrays.stream(values)
                .filter(Objects::nonNull)
                .map(Attribute::type)
                .distinct()
                .toList();
        String type = types.size() == 1 ? types.get(0) : "";
        List<String> texts = Arrays.stream(values)
                .map(value ->
                        Optional.ofNullable(value).map(one -> text(one, type)).orElse(""))
                .toList();
        long count = Arrays.stream(values).filter(Objects::nonNull).count();
        int widest = texts.stream().mapToInt(Fold::columns).max().orElse(0);
        int head = Fold.columns(Fold.printable(name)) + (type.isEmpty() ? 0 : 1 + type.length());
        return new Column(name, type, texts, count, Math.max(head, Math.min(WIDEST, widest)));
    }

    private static String text(Attribute value, String common) {
        return common.isEmpty() ? value.type() + " " + value.text() : value.text();
    }

    /** The least width in which it still says something. */
    int least() {
        int head = Math.min(SHORT_NAME, Fold.columns(name) + (type.isEmpty() ? 0 : 1 + type.length()));
        return Math.min(natural, Math.max(NARROWEST, head));
    }

    Line head(int width) {
        String letters = type.isEmpty() ? "" : " " + type;
        String shown = Fold.cut(Fold.printable(name), Math.max(1, width - letters.length()));
        Line head = Line.of(Tone.TITLE, shown).and(Tone.QUIET, letters);
        String rest = " ".repeat(Math.max(0, width - head.columns()));
        return type.equals("N") ? Line.of(rest).and(head) : head.and(rest);
    }

    String cell(int row, int width) {
        String cut = Fold.cut(texts.get(row), width);
        return type.equals("N") ? Fold.right(cut, width) : Fold.padded(cut, width);
    }

    /** A partition key that stands above already is quiet: what differs is seen first. */
    Tone tone(int row, List<String> keys) {
        boolean partition = !keys.isEmpty() && keys.get(0).equals(name);
        boolean again = row > 0 && texts.get(row).equals(texts.get(row - 1));
        return partition && again ? Tone.QUIET : keys.contains(name) ? Tone.CODE : Tone.PLAIN;
    }
}
