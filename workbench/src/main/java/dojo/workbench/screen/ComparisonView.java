package dojo.workbench.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * What was expected and what came, as a table: values of many parts side by side, a row a part, those that differ
 * marked and runs of equal ones folded. Pure.
 */
final class ComparisonView {
    private static final int AROUND = 1;
    private static final int MOST_DIFFERENT = 10;
    private static final int FEWEST_PARTS = 3;
    private static final int POINTED_AT = 4;
    private static final String GAP = "  ";

    private final List<Pairing> rows;
    private final int width;
    private final int labels;
    private final List<Line> lines = new ArrayList<>();

    private ComparisonView(List<Pairing> rows, int width) {
        this.rows = rows;
        this.width = width;
        labels = rows.stream().mapToInt(row -> Span.columns(row.label())).max().orElse(0);
    }

    static List<Line> lines(String expected, String actual, int width) {
        Cells left = Cells.of(expected);
        Cells right = Cells.of(actual);
        if (Math.max(left.count(), right.count()) < FEWEST_PARTS) {
            return pair(expected.strip(), actual.strip(), width);
        }
        var view = new ComparisonView(Pairing.of(left, right), width);
        int cell = (width - GAP.length() - 2 - view.labels - 2 * GAP.length()) / 2;
        boolean fits = view.widest() <= cell;
        view.draw(fits ? Math.max("expected".length(), view.widestExpected()) : 0);
        return List.copyOf(view.lines);
    }

    /** Two short values, one above the other; a caret shows where they part. */
    private static List<Line> pair(String expected, String actual, int width) {
        String left = Excerpt.around(expected, actual);
        String right = Excerpt.around(actual, expected);
        List<Line> lines = new ArrayList<>(labelled("expected", Tone.GOOD, left, width));
        lines.addAll(labelled("actual", Tone.BAD, right, width));
        int same = Excerpt.firstDifference(left, right);
        boolean one = lines.size() == 2 && same >= POINTED_AT;
        if (one) {
            lines.add(Line.of(Tone.NOTE, " ".repeat(12 + Span.columns(left.substring(0, same))) + "^"));
        }
        return lines;
    }

    private static List<Line> labelled(String label, Tone tone, String text, int width) {
        String head = String.format("  %-9s ", label);
        if (text.isEmpty()) {
            return List.of(Line.of(head).and(Tone.QUIET, "(empty)"));
        }
        List<Line> lines = new ArrayList<>();
        for (String row : text.lines().toList()) {
            Line line =
                    Line.of(lines.isEmpty() ? head : " ".repeat(head.length())).and(tone, row);
            lines.addAll(line.wrap(width, head.length()));
        }
        return lines;
    }

    private int widestExpected() {
        return rows.stream()
                .mapToInt(row -> Span.columns(row.expected().orElse("")))
                .max()
                .orElse(0);
    }

    private int widest() {
        int actual = rows.stream()
                .mapToInt(row -> Span.columns(row.actual().orElse("")))
                .max()
                .orElse(0);
        return Math.max(widestExpected(), actual);
    }

    /** {@code column} is the width of the expected values; 0 puts them above the actual ones instead of beside. */
    private void draw(int column) {
        if (column > 0) {
            lines.add(Line.of(
                    Tone.HEADING, GAP + "  " + pad("", labels) + GAP + pad("expected", column) + GAP + "actual"));
        }
        int same = 0;
        int different = 0;
        for (int i = 0; i < rows.size(); i++) {
            Pairing row = rows.get(i);
            different += row.isSame() ? 0 : 1;
            if (different > MOST_DIFFERENT) {
                fold(same, "the same");
                fold(
                        (int) rows.subList(i, rows.size()).stream()
                                .filter(r -> !r.isSame())
                                .count(),
                        "more that differ");
                return;
            } else if (isShown(i)) {
                fold(same, "the same");
                same = 0;
                row(row, column);
            } else {
                same++;
            }
        }
        fold(same, "the same");
    }

    /** Whether a row is shown with the change it stands beside, or because it would take a row to leave it out. */
    private boolean isShown(int at) {
        boolean before = at == 0 || isNearAChange(at - 1);
        boolean after = at == rows.size() - 1 || isNearAChange(at + 1);
        return isNearAChange(at) || (before && after);
    }

    private boolean isNearAChange(int at) {
        int to = Math.min(rows.size(), at + AROUND + 1);
        return rows.subList(Math.max(0, at - AROUND), to).stream().anyMatch(row -> !row.isSame());
    }

    private void fold(int count, String what) {
        if (count > 0) {
            lines.add(Line.of(Tone.QUIET, GAP + "  " + pad("", labels) + GAP + "… " + count + " " + what));
        }
    }

    private void row(Pairing row, int column) {
        Line head =
                Line.of(Tone.BAD, GAP + (row.isSame() ? "  " : "✗ ")).and(Tone.QUIET, pad(row.label(), labels) + GAP);
        String expected = row.expected().orElse("–");
        String actual = row.actual().orElse("–");
        if (column > 0) {
            String gap = " ".repeat(column - Span.columns(expected)) + GAP;
            lines.add(
                    row.isSame()
                            ? head.and(expected + gap + actual)
                            : head.and(Parted.expected(expected, actual))
                                    .and(gap)
                                    .and(Parted.actual(actual, expected)));
            return;
        }
        int hanging = head.columns();
        if (row.isSame()) {
            lines.addAll(head.and(Excerpt.around(expected, "")).wrap(width, hanging));
        } else {
            String left = Excerpt.around(expected, actual);
            String right = Excerpt.around(actual, expected);
            lines.addAll(head.and(Tone.QUIET, "expected  ")
                    .and(Parted.expected(left, right))
                    .wrap(width, hanging + 10));
            lines.addAll(Line.of(" ".repeat(hanging))
                    .and(Tone.QUIET, "actual    ")
                    .and(Parted.actual(right, left))
                    .wrap(width, hanging + 10));
        }
    }

    private static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - Span.columns(text)));
    }
}
