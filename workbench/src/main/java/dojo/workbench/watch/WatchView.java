package dojo.workbench.watch;

import dojo.workbench.check.Verdict;
import dojo.workbench.check.Verdict.NotStarted;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.ExerciseView;
import dojo.workbench.screen.KeyBar;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.ProgressView;
import dojo.workbench.screen.Tone;
import dojo.workbench.screen.VerdictView;
import dojo.workbench.track.EndingView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The watch view in lines, the keys at the bottom. Pure. */
final class WatchView {
    private final WatchModel model;
    private final Path root;
    private final int width;
    private final List<Line> lines = new ArrayList<>();

    private WatchView(WatchModel model, Path root, int width) {
        this.model = model;
        this.root = root;
        this.width = width;
    }

    static List<Line> lines(WatchModel model, Path root, int width) {
        var view = new WatchView(model, root, width);
        view.draw();
        return List.copyOf(view.lines);
    }

    private void draw() {
        panel();
        gap();
        verdict();
        gap();
        model.notice()
                .ifPresent(notice ->
                        lines.addAll(Line.of(Tone.NOTE, notice.sentence()).wrap(width)));
        gap();
        foot();
    }

    private void panel() {
        Exercise exercise = model.exercise();
        if (model.panel() instanceof Panel.Welcome) {
            lines.addAll(Welcome.lines(width));
            gap();
            task(exercise);
        } else if (model.panel() instanceof Panel.Task) {
            task(exercise);
        } else if (model.panel() instanceof Panel.Hint hint) {
            lines.addAll(ExerciseView.heading(exercise, width));
            gap();
            lines.addAll(ExerciseView.hint(exercise, hint.level(), width));
        } else if (model.panel() instanceof Panel.Answer answer) {
            lines.add(Line.of(Tone.TITLE, "One answer to " + exercise.id()));
            gap();
            answer.text().forEach(line -> lines.add(Line.of(Tone.CODE, line)));
        } else if (model.panel() instanceof Panel.Overview) {
            lines.addAll(ProgressView.list(model.catalogue(), model.progress(), width));
        } else if (model.panel() instanceof Panel.All all) {
            all(all.verdicts());
        } else {
            lines.addAll(ExerciseView.heading(exercise, width));
            if (model.passed() && !model.checking()) {
                gap();
                lines.addAll(ExerciseView.afterwards(exercise, width));
            }
        }
    }

    private void task(Exercise exercise) {
        lines.addAll(ExerciseView.heading(exercise, width));
        gap();
        lines.addAll(ExerciseView.task(exercise, width));
    }

    private void all(List<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            Tone tone = verdict.passed() ? Tone.GOOD : verdict instanceof NotStarted ? Tone.QUIET : Tone.BAD;
            String sign = verdict.passed() ? "✓ " : verdict instanceof NotStarted ? "· " : "✗ ";
            lines.add(Line.of(tone, sign)
                    .and(verdict.graded().exercise() + " ")
                    .and(tone, verdict.word().replace('_', ' ')));
        }
    }

    private void verdict() {
        Exercise exercise = model.exercise();
        if (model.checkingAll()) {
            lines.add(Line.of(Tone.NOTE, "checking all exercises…"));
            return;
        } else if (model.checking()) {
            lines.add(Line.of(Tone.NOTE, "checking " + exercise.id() + "…"));
            return;
        }
        if (coversVerdict(model.panel())) {
            return;
        }
        boolean nothingAnswered = exercise.isLive()
                && model.verdict().filter(NotStarted.class::isInstance).isPresent();
        if (!nothingAnswered) {
            model.verdict().ifPresent(verdict -> lines.addAll(VerdictView.lines(verdict, root, width)));
        }
        if (exercise.isLive() && !model.passed()) {
            live(exercise);
        }
        if (model.passed() && model.next().isEmpty()) {
            gap();
            lines.addAll(EndingView.lines(model.catalogue(), model.progress(), width));
        }
    }

    private static boolean coversVerdict(Panel panel) {
        return panel instanceof Panel.Overview || panel instanceof Panel.Answer || panel instanceof Panel.All;
    }

    private void live(Exercise exercise) {
        gap();
        lines.addAll(Line.of("This one is solved at the prompt: press ")
                .and(Tone.KEY, "g")
                .and(", or run ")
                .and(Tone.CODE, "./dojo shell " + exercise.id())
                .and(" in another window. There ")
                .and(Tone.CODE, "/answer")
                .and(" notes what you found and ")
                .and(Tone.CODE, "/check")
                .and(" grades it.")
                .wrap(width));
    }

    private void foot() {
        if (!(model.panel() instanceof Panel.Overview)) {
            lines.add(ProgressView.line(model.catalogue(), model.progress()));
        }
        lines.addAll(ExerciseView.files(model.exercise(), root));
        model.question().ifPresent(question -> lines.addAll(question(question).wrap(width)));
        lines.addAll(KeyBar.lines(model.keys(), width));
    }

    private Line question(WatchModel.Question question) {
        String text = question == WatchModel.Question.RESET
                ? "Back to the starter? Your attempt is kept in .dojo/archive."
                : "Not passed yet. Show the answer anyway? The list will say that you had help.";
        return Line.of(Tone.NOTE, text);
    }

    private void gap() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).equals(Line.EMPTY)) {
            lines.add(Line.EMPTY);
        }
    }
}
