package dojo.workbench.watch;

import dojo.workbench.check.Verdict;
import dojo.workbench.check.Verdict.NotStarted;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import dojo.workbench.track.EndingView;
import java.util.ArrayList;
import java.util.List;

/** The check of all exercises in lines: while it runs, and what it found. Pure. */
final class SweepView {
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
        all.verdicts().forEach(verdict -> lines.add(row(verdict)));
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

    private static Line row(Verdict verdict) {
        Tone tone = verdict.passed() ? Tone.GOOD : verdict instanceof NotStarted ? Tone.QUIET : Tone.BAD;
        String sign = verdict.passed() ? "✓ " : verdict instanceof NotStarted ? "· " : "✗ ";
        return Line.of(tone, sign)
                .and(verdict.graded().exercise() + " ")
                .and(tone, verdict.word().replace('_', ' '));
    }

    private static List<Line> done(WatchModel model, int width) {
        var lines = new ArrayList<>(
                Line.of("Everything was checked once more just now, and holds.").wrap(width));
        lines.add(Line.EMPTY);
        lines.addAll(EndingView.lines(model.catalogue(), model.progress(), width));
        return lines;
    }
}
