package dojo.workbench.exercise;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the learner's files differ from the answer; a file that is the same has no part. Immutable.
 *
 * @param parts in the order of the files
 */
public record Difference(List<Part> parts) {
    public static final Difference NONE = new Difference(List.of());

    public Difference {
        parts = List.copyOf(parts);
    }

    /** The rows of one file. */
    public record Part(String file, List<Row> rows) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /** A line of code, and whose it is. */
    public record Row(Side side, String text) {}

    /** Whose a line is. */
    public enum Side {
        BOTH,
        YOURS,
        ANSWER
    }

    /** Compares each learner's file with the answer of the same name; spaces at the ends of lines do not count. */
    public static Difference toAnswer(Exercise exercise) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Path file : exercise.learnerFiles()) {
            Path answer = exercise.answerFolder().resolve(file.getFileName().toString());
            if (Files.isRegularFile(file) && Files.isRegularFile(answer)) {
                List<Row> rows = rows(SourceText.lines(file), SourceText.lines(answer));
                if (rows.stream().anyMatch(row -> row.side() != Side.BOTH)) {
                    parts.add(new Part(file.getFileName().toString(), rows));
                }
            }
        }
        return new Difference(parts);
    }

    /** How many lines are only this side's. */
    public long lines(Side side) {
        return parts.stream()
                .flatMap(part -> part.rows().stream())
                .filter(row -> row.side() == side)
                .count();
    }

    /** All lines of both texts, in order; where they part, the first text's lines before the second's. */
    static List<Row> rows(List<String> yours, List<String> answer) {
        List<Row> rows = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(yours, answer, true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(rows, Side.BOTH, delta.getSource().getLines());
            } else {
                add(rows, Side.YOURS, delta.getSource().getLines());
                add(rows, Side.ANSWER, delta.getTarget().getLines());
            }
        }
        return rows;
    }

    private static void add(List<Row> rows, Side side, List<String> lines) {
        lines.forEach(line -> rows.add(new Row(side, line)));
    }
}
