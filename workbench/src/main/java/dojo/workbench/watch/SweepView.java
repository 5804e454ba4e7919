package dojo.workbench.watch;

import dojo.workbench.check.Verdict;
import dojo.workbench.check.Verdict.NotStarted;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import dojo.workbench.track.EndingView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The check of all exercises in lines: while it runs, and what it found. Pure. */
final class SweepView {
    private static final int GAP = 3;
    /** Rows of a column before a second one is worth its while. */
    private static final int FEWEST = 5;

    private SweepView() {}

    static List<Line> running(Work.Sweep sweep, int width) {
        String why =
                sweep.last() ? "The last open exercise passes. Looking at all of them once more: " : "checking all: ";
        return Line.of(Tone.NOTE, why + sweep.done() + " of " + sweep.all() + "…")
                .wrap(width);
    }

    static List<Line> lines(Panel.All all, WatchModel model, int width) {
        var lines = new ArrayList<Line>();
        if (all.last() && all.reopened().isEmpty()) {
            return done(model, width);
        }
        lines.addAll(columns(all.verdicts(), width));
        if (!all.reopened().isEmpty()) {
            lines.add(Line.EMPTY);
            boolean one = all.reopened().size() == 1;
            lines.addAll(Line.of(
                            Tone.BAD,
                            String.join(", ", all.reopened())
                                    + (one ? " passes no longer and is" : " pass no longer and are") + " open again.")
                    .wrap(width));
        }
        return lines;
    }

    /** One below the other, then the next column: as many columns as fit. */
    private static List<Line> columns(List<Verdict> verdicts, int width) {
        int ids = longest(verdicts.stream().map(verdict -> verdict.graded().exercise()));
        int cell = 2 + ids + 2 + longest(verdicts.stream().map(SweepView::word));
        int count = Math.max(1, Math.min((width + GAP) / (cell + GAP), (verdicts.size() + FEWEST - 1) / FEWEST));
        int rows = (verdicts.size() + count - 1) / count;
        var lines = new ArrayList<Line>();
        for (int row = 0; row < rows; row++) {
            Line line = Line.EMPTY;
            for (int at = row; at < verdicts.size(); at += rows) {
                int column = at / rows * (cell + GAP);
                line = line.and(" ".repeat(column - line.columns())).and(cell(verdicts.get(at), ids));
            }
            lines.add(line);
        }
        return lines;
    }

    private static Line cell(Verdict verdict, int ids) {
        Tone tone = verdict.passed() ? Tone.GOOD : verdict instanceof NotStarted ? Tone.QUIET : Tone.BAD;
        String sign = verdict.passed() ? "✓ " : verdict instanceof NotStarted ? "· " : "✗ ";
        String id = verdict.graded().exercise();
        return Line.of(tone, sign).and(id + " ".repeat(ids - id.length() + 2)).and(tone, word(verdict));
    }

    private static String word(Verdict verdict) {
        return verdict.word().replace('_', ' ');
    }

    private static int longest(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    private static List<Line> done(WatchModel model, int width) {
        var lines = new ArrayList<>(
                Line.of("Everything was checked once more just now, and holds.").wrap(width));
        lines.add(Line.EMPTY);
        lines.addAll(EndingView.lines(model.catalogue(), model.progress(), width));
        return lines;
    }
}
