package dojo.workbench.screen;

import dojo.workbench.exercise.Difference;
import dojo.workbench.exercise.Difference.Part;
import dojo.workbench.exercise.Difference.Row;
import dojo.workbench.exercise.Difference.Side;
import java.util.ArrayList;
import java.util.List;

/** The learner's files beside the answer: what is only yours, what is only the answer's, and a little around it. Pure. */
public final class DifferenceView {
    private static final int AROUND = 2;
    private static final int HANGING = 6;

    private DifferenceView() {}

    /** Rows that begin with {@code -} are only the learner's, with {@code +} only the answer's. */
    public static List<Line> lines(Difference difference, int width) {
        List<Line> lines = new ArrayList<>();
        for (Part part : difference.parts()) {
            if (!lines.isEmpty()) {
                lines.add(Line.EMPTY);
            }
            lines.addAll(Line.of(Tone.TITLE, part.file())
                    .and(": ")
                    .and(Tone.BAD, "- yours")
                    .and(", ")
                    .and(Tone.GOOD, "+ the answer's")
                    .wrap(width));
            rows(part.rows(), width, lines);
        }
        return List.copyOf(lines);
    }

    private static void rows(List<Row> rows, int width, List<Line> lines) {
        boolean gap = false;
        for (int i = 0; i < rows.size(); i++) {
            if (isNearAChange(rows, i)) {
                if (gap) {
                    lines.add(Line.of(Tone.QUIET, "  …"));
                }
                gap = false;
                lines.addAll(row(rows.get(i), width));
            } else {
                gap = true;
            }
        }
    }

    private static boolean isNearAChange(List<Row> rows, int at) {
        int to = Math.min(rows.size(), at + AROUND + 1);
        return rows.subList(Math.max(0, at - AROUND), to).stream().anyMatch(row -> row.side() != Side.BOTH);
    }

    private static List<Line> row(Row row, int width) {
        Line line = switch (row.side()) {
            case BOTH -> Line.of(Tone.QUIET, "  " + row.text());
            case YOURS -> Line.of(Tone.BAD, "- " + row.text());
            case ANSWER -> Line.of(Tone.GOOD, "+ " + row.text());
        };
        return line.wrap(width, HANGING);
    }
}
