package dojo.workbench.shell;

import dojo.lab.laws.Nearest;
import dojo.workbench.check.CannotCheck;
import dojo.workbench.check.Checker;
import dojo.workbench.check.CheckerOptions;
import dojo.workbench.check.Submission;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.AnswerFile;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.ProgressFile;
import dojo.workbench.screen.ExerciseView;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Tone;
import dojo.workbench.screen.VerdictView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does what the slash commands say. */
final class Commands implements AutoCloseable {
    private static final long SEED = 1;

    private final Path root;
    private final Screen screen;
    private final Supplier<Session> session;
    private final Optional<Checker> shared;
    private final boolean recording;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private @Nullable Checker own;

    /**
     * Commands of a sitting that may still be starting.
     *
     * @param shared a checker that is open already, to be left open
     * @param recording whether answers are kept for the learner, or only for the caller
     */
    Commands(Path root, Screen screen, Supplier<Session> session, Optional<Checker> shared, boolean recording) {
        this.root = root;
        this.screen = screen;
        this.session = session;
        this.shared = shared;
        this.recording = recording;
    }

    /** What a command led to. */
    enum Result {
        DONE,
        FAILED,
        EXIT
    }

    /** The answers given in this sitting. */
    Map<String, String> answers() {
        return answers;
    }

    Result run(String line) throws IOException {
        List<String> words = List.of(line.strip().split("\\s+", 2));
        String operand = words.size() > 1 ? words.get(1).strip() : "";
        Optional<Slash> slash = Slash.of(words.get(0));
        if (slash.isEmpty()) {
            return unknown(words.get(0));
        }
        return switch (slash.get()) {
            case HELP -> show(help());
            case EXIT -> Result.EXIT;
            case TABLE -> show(session.get().table());
            case BILL -> show(session.get().bill());
            case USE -> use(operand);
            case TASK -> withExercise(exercise -> show(task(exercise)));
            case HINT -> withExercise(this::hint);
            case ANSWER -> withExercise(exercise -> answer(exercise, operand));
            case CHECK -> withExercise(this::check);
        };
    }

    /** Switches to the exercise of that id; says so, or suggests the nearest. */
    Result use(String id) throws IOException {
        Catalogue catalogue = Catalogue.read(root);
        Optional<Exercise> found = catalogue.find(id);
        if (found.isEmpty()) {
            String guess = catalogue
                    .nearest(id)
                    .map(near -> " Did you mean " + near + "?")
                    .orElse("");
            return fail(
                    id.isEmpty()
                            ? "Which exercise? /use ID, for example /use first_query."
                            : "There is no exercise '" + id + "'." + guess + " dojo list shows them all.");
        }
        session.get().use(found.get());
        screen.print(ExerciseView.heading(found.get(), screen.width()));
        screen.print(Line.of(Tone.QUIET, "The table is fresh. /task says what to do."));
        return Result.DONE;
    }

    private Result unknown(String word) {
        String guess = Nearest.of(word, Slash.words())
                .map(near -> " Did you mean " + near + "?")
                .orElse(" /help lists what there is.");
        return fail("There is no " + word + "." + guess);
    }

    private Result hint(Exercise exercise) {
        int level = progress().read().hints(exercise) + 1;
        int shown = Math.min(level, Math.max(1, exercise.readme().hints().size()));
        progress().update(progress -> progress.withHint(exercise.id(), shown));
        return show(ExerciseView.hint(exercise, shown, screen.width()));
    }

    private Result answer(Exercise exercise, String operand) throws IOException {
        String[] parts = operand.split("[\\s=]+", 2);
        if (parts.length < 2 || parts[0].isEmpty() || parts[1].isBlank()) {
            return fail("Give a name and a value, for example /answer turns 3.");
        } else if (!exercise.isAnswered()) {
            return fail(exercise.id() + " is solved in its file, not by answers; /task says which.");
        }
        answers.put(parts[0], parts[1].strip());
        if (recording) {
            // A check will follow soon: let it find everything warm.
            checker().warmUp();
            AnswerFile.of(root, exercise.id()).record(parts[0], parts[1]);
        }
        return show(List.of(Line.of(Tone.QUIET, "noted: " + parts[0] + " is " + parts[1].strip())));
    }

    private Result check(Exercise exercise) {
        try {
            Verdict verdict = checker().check(exercise, Submission.learner(), SEED);
            if (verdict.passed()) {
                screen.print(ExerciseView.afterwards(exercise, screen.width()));
                screen.print(Line.EMPTY);
            }
            screen.print(VerdictView.lines(verdict, root, screen.width()));
            progress()
                    .update(progress -> verdict.passed()
                            ? progress.withPassed(exercise.id())
                            : attempted(progress, verdict, exercise));
            return verdict.passed() ? Result.DONE : Result.FAILED;
        } catch (CannotCheck e) {
            return fail(String.valueOf(e.getMessage()));
        }
    }

    private static Progress attempted(Progress progress, Verdict verdict, Exercise exercise) {
        return verdict instanceof Verdict.NotStarted ? progress : progress.withAttempt(exercise.id());
    }

    private Checker checker() {
        return shared.orElseGet(() -> {
            if (own == null) {
                own = Checker.open(CheckerOptions.of(root));
            }
            return own;
        });
    }

    private ProgressFile progress() {
        return ProgressFile.in(root, screen::error);
    }

    private List<Line> task(Exercise exercise) {
        var lines = new ArrayList<>(ExerciseView.heading(exercise, screen.width()));
        lines.add(Line.EMPTY);
        lines.addAll(ExerciseView.task(exercise, screen.width()));
        lines.addAll(ExerciseView.files(exercise, root));
        return lines;
    }

    private List<Line> help() {
        var lines = new ArrayList<Line>();
        lines.addAll(Line.of("Type Java: ")
                .and(Tone.CODE, "ddb")
                .and(" is a DynamoDbClient, ")
                .and(Tone.CODE, "table")
                .and(" the name of a table. Every snippet shows its bill. Tab completes, Ctrl-C stops a snippet.")
                .wrap(screen.width()));
        for (Slash slash : Slash.values()) {
            String usage = String.format("%-20s ", slash.usage());
            lines.addAll(Line.of("  ").and(Tone.KEY, usage).and(slash.does()).wrap(screen.width(), 23));
        }
        return lines;
    }

    private interface OnExercise {
        Result apply(Exercise exercise) throws IOException;
    }

    private Result withExercise(OnExercise action) throws IOException {
        Optional<Exercise> exercise = session.get().exercise();
        return exercise.isPresent()
                ? action.apply(exercise.get())
                : fail("No exercise is in use; /use ID chooses one, for example /use look_around.");
    }

    private Result show(List<Line> lines) {
        screen.print(lines);
        return Result.DONE;
    }

    private Result fail(String sentence) {
        screen.error(sentence);
        return Result.FAILED;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
