package dojo.workbench.watch;

import dojo.workbench.check.Verdict;
import dojo.workbench.check.Verdict.NotStarted;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.golf.AnswersView;
import dojo.workbench.golf.GolfView;
import dojo.workbench.screen.DifferenceView;
import dojo.workbench.screen.ExerciseView;
import dojo.workbench.screen.KeyBar;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.ProgressView;
import dojo.workbench.screen.Tone;
import dojo.workbench.screen.VerdictView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The watch view in lines, the keys at the bottom. Pure. */
final class WatchView {
    private final WatchModel model;
    private final int width;

    private WatchView(WatchModel model) {
        this.model = model;
        width = model.window().width();
    }

    static List<Line> lines(WatchModel model) {
        return new WatchView(model).layout(Keys.of(model)).lines();
    }

    /** How many pages there are of what is being read. */
    static int pages(WatchModel model) {
        return pages(model, Keys.of(model));
    }

    static int pages(WatchModel model, List<KeyBar.Key> keys) {
        return new WatchView(model).layout(keys).pages();
    }

    private Layout layout(List<KeyBar.Key> keys) {
        boolean readsUpper = !(model.panel() instanceof Panel.Nothing);
        var parts = new Layout.Parts(panel(), verdict(), foot(keys), readsUpper);
        return Layout.of(parts, model.page(), model.window());
    }

    private List<Line> panel() {
        Exercise exercise = model.exercise();
        var lines = new ArrayList<Line>();
        if (model.panel() instanceof Panel.Overview) {
            return ProgressView.list(model.catalogue(), model.progress(), width);
        } else if (model.panel() instanceof Panel.All all) {
            return SweepView.lines(all, model, width);
        } else if (model.panel() instanceof Panel.Answer answer) {
            lines.add(Line.of(Tone.TITLE, "One answer to " + exercise.id()));
            lines.add(Line.EMPTY);
            answer.text().forEach(line -> lines.addAll(Line.of(Tone.CODE, line).wrap(width, 8)));
            return lines;
        } else if (model.panel() instanceof Panel.Bills bills) {
            return AnswersView.lines(exercise, bills.answers(), model.window().root(), width);
        } else if (model.panel() instanceof Panel.Welcome) {
            lines.addAll(Welcome.lines(width));
            lines.add(Line.EMPTY);
        }
        lines.addAll(ExerciseView.heading(exercise, width));
        if (model.panel() instanceof Panel.Task) {
            lines.addAll(ExerciseView.buildsOn(exercise, model.catalogue(), model.progress(), width));
        }
        List<Line> below = belowHeading(exercise);
        if (!below.isEmpty()) {
            lines.add(Line.EMPTY);
            lines.addAll(below);
        }
        return lines;
    }

    private List<Line> belowHeading(Exercise exercise) {
        if (model.panel() instanceof Panel.Hint hint) {
            return ExerciseView.hint(exercise, hint.level(), width);
        } else if (model.panel() instanceof Panel.FirstHint first) {
            return ExerciseView.firstHint(first.entry(), width);
        } else if (model.panel() instanceof Panel.Compared) {
            return model.after()
                    .map(after -> DifferenceView.lines(after.difference(), width))
                    .orElse(List.of());
        }
        return model.panel() instanceof Panel.Nothing ? List.of() : ExerciseView.task(exercise, width);
    }

    private List<Line> verdict() {
        Optional<Work.Sweep> sweep = model.work().sweep();
        if (sweep.isPresent()) {
            return SweepView.running(sweep.get(), width);
        } else if (model.work().checking()) {
            return List.of(Line.of(Tone.NOTE, "checking " + model.exercise().id() + "…"));
        }
        List<Line> lines = new ArrayList<>();
        model.verdict().filter(verdict -> !nothingAnswered(verdict)).ifPresent(verdict -> {
            lines.addAll(VerdictView.lines(verdict, model.window().root(), width));
            lines.addAll(GolfView.after(verdict, model.exercise(), model.progress(), width));
        });
        if (coversVerdict(model.panel())) {
            return lines.stream().limit(1).toList();
        }
        AfterView.lines(model, width).forEach(lines::add);
        return lines;
    }

    private boolean nothingAnswered(Verdict verdict) {
        return model.exercise().isLive() && verdict instanceof NotStarted;
    }

    /** Of what fills the window itself, only the verdict's head is seen. */
    private static boolean coversVerdict(Panel panel) {
        return panel instanceof Panel.Overview
                || panel instanceof Panel.Answer
                || panel instanceof Panel.All
                || panel instanceof Panel.Bills
                || panel instanceof Panel.Compared;
    }

    private List<Line> foot(List<KeyBar.Key> keys) {
        var lines = new ArrayList<Line>();
        model.notice()
                .ifPresent(notice ->
                        lines.addAll(Line.of(Tone.NOTE, notice.sentence()).wrap(width)));
        if (model.countingDown()) {
            lines.addAll(countdown().wrap(width));
        }
        if (!(model.panel() instanceof Panel.Overview)) {
            lines.add(ProgressView.line(model.catalogue(), model.progress()));
        }
        lines.addAll(ExerciseView.files(model.exercise(), model.window().root()));
        model.question().ifPresent(question -> lines.addAll(question(question).wrap(width)));
        lines.addAll(KeyBar.lines(keys, width));
        return lines;
    }

    private Line countdown() {
        String next = model.next().map(Exercise::id).orElse("");
        return Line.of(Tone.NOTE, "Going on to " + next + " in " + model.visit().secondsLeft() + " s; any key but ")
                .and(Tone.KEY, "n")
                .and(Tone.NOTE, " keeps you here.");
    }

    /** What stands above the verdict. */
    static List<Line> panel(WatchModel model) {
        return new WatchView(model).panel();
    }

    static Line question(WatchModel.Question question) {
        String text = question == WatchModel.Question.RESET
                ? "Back to the starter? Your attempt is kept in .dojo/archive."
                : "Not passed yet. Show the answer anyway? The list will say that you had help, and that it is worth"
                        + " doing again.";
        return Line.of(Tone.NOTE, text);
    }
}
