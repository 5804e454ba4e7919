package dojo.workbench.shell.view;

import dojo.workbench.screen.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fits text of any origin into columns of a terminal. */
final class Fold {
    /** Where a text goes on; one column wide in every terminal, so that tables stay straight. */
    static final String CUT = "~";

    private Fold() {}

    static int columns(String text) {
        return Line.of(text).columns();
    }

    /** The text in at most so many columns. */
    static String cut(String text, int columns) {
        if (columns(text) <= columns) {
            return text;
        }
        return start(text, Math.max(0, columns - 1)) + CUT;
    }

    /** As much of the text as fits. */
    private static String start(String text, int columns) {
        var start = new StringBuilder();
        int used = 0;
        for (int at = 0; at < text.length(); ) {
            String letter = Character.toString(text.codePointAt(at));
            used += columns(letter);
            if (used > columns) {
                break;
            }
            start.append(letter);
            at += letter.length();
        }
        return start.toString();
    }

    /** The text in rows of at most so many columns, and of at most so many rows. */
    static List<String> rows(String text, int columns, int most) {
        var rows = new ArrayList<String>();
        String rest = text;
        while (rows.size() < most - 1 && columns(rest) > columns) {
            String row = start(rest, columns);
            int space = row.lastIndexOf(' ');
            String kept = row.isEmpty() ? rest : space > columns / 2 ? row.substring(0, space + 1) : row;
            rows.add(kept.stripTrailing());
            rest = rest.substring(kept.length());
        }
        rows.add(cut(rest, columns));
        return rows;
    }

    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - columns(text)));
    }

    static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - columns(text))) + text;
    }

    /** Without anything that would move the cursor, change the colour or turn the direction of writing. */
    static String printable(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> printable.append("\\n");
                case '\r' -> printable.append("\\r");
                case '\t' -> printable.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                        printable.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        printable.appendCodePoint(c);
                    }
                }
            }
        });
        return printable.toString();
    }
}
