package dojo.workbench.shell;

import dojo.workbench.check.CannotCheck;
import dojo.workbench.check.Recording;
import dojo.workbench.check.Submission;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.FirstHints;
import dojo.workbench.exercise.Progress;
import dojo.workbench.golf.GolfView;
import dojo.workbench.golf.KeptAnswers;
import dojo.workbench.hint.LastRun;
import dojo.workbench.screen.ExerciseView;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import dojo.workbench.screen.VerdictView;
import dojo.workbench.shell.Slash.Choice;
import dojo.workbench.shell.Slash.Choices;
import dojo.workbench.shell.Slash.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands about the exercise in use. */
final class ExerciseCommands {
    private static final long SEED = 1;

    static final List<Slash> ALL = List.of(
            Slash.of("/task", "what the exercise asks for", on(ExerciseCommands::task)),
            Slash.of("/hint", "the next hint", on(ExerciseCommands::hint)),
            Slash.of("/answer", "predict, or note what you found", ExerciseCommands::answer)
                    .taking("[NAME VALUE]", Choices.first((sitting, before) -> questions(sitting)))
                    .like("/answer turns 3")
                    .about("Without operands: the next question, and what you answered so far.")
                    .keptInScripts(),
            Slash.of("/check", "grade the exercise", on(ExerciseCommands::check)),
            Slash.of("/next", "go to the next exercise", ExerciseCommands::next),
            Slash.of("/use", "switch to an exercise, with a fresh table", ExerciseCommands::use)
                    .keptInScripts()
                    .taking("ID", Choices.first((sitting, before) -> ids(sitting)))
                    .like("/use look_around"));

    private ExerciseCommands() {}

    private interface OnExercise {
        Result apply(Sitting sitting, Exercise exercise) throws IOException;
    }

    private static Slash.Action on(OnExercise action) {
        return (sitting, operand) -> sitting.withExercise(exercise -> action.apply(sitting, exercise));
    }

    private static List<Choice> ids(Sitting sitting) {
        return sitting.catalogue().all().stream()
                .map(exercise -> new Choice(exercise.id(), exercise.title()))
                .toList();
    }

    private static List<Choice> questions(Sitting sitting) {
        return sitting.session()
                .exercise()
                .map(exercise -> exercise.readme().questions().entrySet().stream()
                        .map(question -> new Choice(
                                question.getKey(), question.getValue().replace("`", "")))
                        .toList())
                .orElse(List.of());
    }

    /** Switches to the exercise of that id; says so, or suggests the nearest. */
    private static Result use(Sitting sitting, String id) throws IOException {
        Catalogue catalogue = sitting.catalogue();
        Optional<Exercise> found = catalogue.find(id);
        if (found.isEmpty()) {
            String guess = catalogue
                    .nearest(id)
                    .map(near -> " Did you mean " + near + "?")
                    .orElse("");
            return sitting.fail(
                    id.isEmpty()
                            ? "Which exercise? /use ID, for example /use first_query."
                            : "There is no exercise '" + id + "'." + guess + " dojo list shows them all.");
        }
        return go(sitting, found.get());
    }

    private static Result go(Sitting sitting, Exercise exercise) throws IOException {
        sitting.session().use(exercise);
        sitting.show(ExerciseView.heading(exercise, sitting.width()));
        return sitting.show(List.of(Line.of(Tone.QUIET, "The table is fresh. /task says what to do.")));
    }

    /** The first open one after the one in use; a learner who has none yet begins at the first. */
    private static Result next(Sitting sitting, String operand) throws IOException {
        Optional<Exercise> next = following(sitting);
        if (next.isEmpty()) {
            return sitting.fail("There is no exercise left that is open; /use ID goes back to one.");
        }
        if (sitting.isRecording()) {
            sitting.progress()
                    .update(progress -> progress.withCurrent(next.get().id()));
        }
        Result result = go(sitting, next.get());
        sitting.session().journal().command("/use " + next.get().id());
        return result;
    }

    private static Optional<Exercise> following(Sitting sitting) {
        Progress progress = sitting.progress().read();
        Catalogue catalogue = sitting.catalogue();
        return sitting.session()
                .exercise()
                .map(exercise -> catalogue.next(exercise, progress))
                .orElseGet(() -> catalogue.all().stream()
                        .filter(exercise -> !progress.hasPassed(exercise))
                        .findFirst());
    }

    private static Result hint(Sitting sitting, Exercise exercise) {
        LastRun last = LastRun.of(exercise, sitting.root());
        Optional<FirstHints.Entry> first = last.news();
        if (first.isPresent()) {
            last.told(first.get());
            return sitting.show(ExerciseView.firstHint(first.get(), sitting.width()));
        }
        int level = sitting.progress().read().hints(exercise) + 1;
        int shown = Math.min(level, Math.max(1, exercise.readme().hints().size()));
        sitting.progress().update(progress -> progress.withHint(exercise.id(), shown));
        return sitting.show(ExerciseView.hint(exercise, shown, sitting.width()));
    }

    private static Result answer(Sitting sitting, String operand) throws IOException {
        return sitting.withExercise(exercise -> Answering.run(sitting, exercise, operand));
    }

    private static Result check(Sitting sitting, Exercise exercise) {
        try {
            Verdict verdict = sitting.checker().check(exercise, Submission.learner(), SEED);
            if (verdict.passed()) {
                sitting.show(ExerciseView.afterwards(exercise, sitting.width()));
                sitting.show(List.of(Line.EMPTY));
            }
            sitting.show(VerdictView.lines(verdict, sitting.root(), sitting.width()));
            LastRun.of(exercise, sitting.root()).remember(verdict);
            KeptAnswers.in(sitting.root()).keep(exercise, verdict);
            Progress noted = sitting.progress().update(progress -> Recording.of(progress, exercise, verdict));
            sitting.show(GolfView.after(verdict, exercise, noted, sitting.width()));
            if (verdict.passed()) {
                sitting.show(onward(sitting));
            }
            return verdict.passed() ? Result.DONE : Result.FAILED;
        } catch (CannotCheck e) {
            return sitting.fail(String.valueOf(e.getMessage()));
        }
    }

    private static List<Line> onward(Sitting sitting) {
        return following(sitting)
                .map(next -> Line.of("Next: ")
                        .and(Tone.TITLE, next.title())
                        .and(". ")
                        .and(Tone.KEY, "/next")
                        .and(" goes there."))
                .orElseGet(() -> Line.of(Tone.GOOD, "That was the last one: every exercise is passed."))
                .wrap(sitting.width());
    }

    private static Result task(Sitting sitting, Exercise exercise) {
        var lines = new ArrayList<>(ExerciseView.heading(exercise, sitting.width()));
        lines.add(Line.EMPTY);
        lines.addAll(ExerciseView.task(exercise, sitting.width()));
        lines.addAll(ExerciseView.files(exercise, sitting.root()));
        return sitting.show(lines);
    }
}
