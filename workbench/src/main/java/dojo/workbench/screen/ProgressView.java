package dojo.workbench.screen;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.State;
import java.util.ArrayList;
import java.util.List;

/** How far the learner is: a line, or the whole list. Pure. */
public final class ProgressView {
    private static final int BAR = 20;

    private ProgressView() {}

    /** {@code 3 of 9} with a bar; within the track that the learner follows. */
    public static Line line(Catalogue catalogue, Progress progress) {
        int all = catalogue.path(progress).size();
        int passed = passed(catalogue, progress);
        int full = all == 0 ? 0 : passed * BAR / all;
        return Line.of(Tone.GOOD, "█".repeat(full))
                .and(Tone.QUIET, "░".repeat(BAR - full))
                .and(" " + passed + " of " + all)
                .and(
                        Tone.QUIET,
                        catalogue
                                .track(progress)
                                .map(track -> " · " + track.title())
                                .orElse(""));
    }

    /** Every exercise by chapter, with its state; the current one is marked. */
    public static List<Line> list(Catalogue catalogue, Progress progress, int width) {
        return list(catalogue, catalogue.all(), progress, width);
    }

    /** Some of the exercises by chapter, and how far the learner is with all of them. */
    public static List<Line> list(Catalogue catalogue, List<Exercise> some, Progress progress, int width) {
        var lines = new ArrayList<Line>();
        int ids = some.stream().mapToInt(e -> e.id().length()).max().orElse(0);
        int chapter = -1;
        for (Exercise exercise : some) {
            if (exercise.chapter() != chapter) {
                chapter = exercise.chapter();
                if (!lines.isEmpty()) {
                    lines.add(Line.EMPTY);
                }
                lines.add(Line.of(Tone.TITLE, chapter + " " + exercise.chapterTitle()));
            }
            lines.add(row(exercise, progress, ids, width));
        }
        lines.add(Line.EMPTY);
        lines.add(line(catalogue, progress));
        return lines;
    }

    static int passed(Catalogue catalogue, Progress progress) {
        return (int)
                catalogue.path(progress).stream().filter(progress::hasPassed).count();
    }

    private static Line row(Exercise exercise, Progress progress, int ids, int width) {
        boolean current = progress.current().filter(exercise.id()::equals).isPresent();
        Line row = Line.of(Tone.KEY, current ? "▸ " : "  ")
                .and(sign(State.of(exercise, progress)))
                .and(current ? Tone.TITLE : Tone.PLAIN, " " + exercise.id());
        String rest = " ".repeat(ids - exercise.id().length() + 2) + exercise.title() + note(exercise, progress);
        return row.columns() + rest.length() <= width ? row.and(Tone.QUIET, rest) : row;
    }

    /** One sign: passed, skipped or open. */
    public static Line sign(State state) {
        return switch (state) {
            case PASSED -> Line.of(Tone.GOOD, "✓");
            case SKIPPED -> Line.of(Tone.NOTE, "»");
            case OPEN -> Line.of(Tone.QUIET, "·");
        };
    }

    private static String note(Exercise exercise, Progress progress) {
        String live = exercise.isLive() ? " (at the prompt)" : "";
        return progress.wasAssisted(exercise) ? live + " (with help)" : live;
    }
}
