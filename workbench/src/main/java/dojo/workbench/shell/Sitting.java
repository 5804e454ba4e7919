package dojo.workbench.shell;

import dojo.workbench.check.Checker;
import dojo.workbench.check.CheckerOptions;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.ProgressFile;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import dojo.workbench.shell.Slash.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a slash command has at hand: the session, the screen, the exercises, and ways to end. */
final class Sitting implements AutoCloseable {
    private final Path root;
    private final Screen screen;
    private final Supplier<Session> session;
    private final Optional<Checker> shared;
    private final boolean recording;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<String> typed = new ArrayList<>();
    private Supplier<List<String>> everTyped = () -> typed;
    private Duration limit = Duration.ZERO;
    private Optional<Asker> asker = Optional.empty();
    private @Nullable Checker own;

    /**
     * A sitting whose session may still be starting.
     *
     * @param shared a checker that is open already, to be left open
     * @param recording whether answers and progress are kept for the learner, or answers only for the caller
     */
    Sitting(Path root, Screen screen, Supplier<Session> session, Optional<Checker> shared, boolean recording) {
        this.root = root;
        this.screen = screen;
        this.session = session;
        this.shared = shared;
        this.recording = recording;
    }

    /** The learner's home. */
    Path root() {
        return root;
    }

    Screen screen() {
        return screen;
    }

    int width() {
        return screen.width();
    }

    /** Waits until it has started. */
    Session session() {
        return session.get();
    }

    Catalogue catalogue() {
        return Catalogue.read(root);
    }

    ProgressFile progress() {
        return ProgressFile.in(root, screen::error);
    }

    boolean isRecording() {
        return recording;
    }

    /** The answers given in this sitting. */
    Map<String, String> answers() {
        return answers;
    }

    /** What was typed or read in this sitting, oldest first. */
    List<String> typed() {
        return List.copyOf(typed);
    }

    /** The same with what earlier sittings left. */
    List<String> everTyped() {
        return List.copyOf(everTyped.get());
    }

    void type(String text) {
        typed.add(text);
    }

    void remembering(Supplier<List<String>> history) {
        everTyped = history;
    }

    /** How long a snippet may take that nobody can interrupt; zero for as long as it likes. */
    Duration limit() {
        return limit;
    }

    Sitting limitedTo(Duration most) {
        limit = most;
        return this;
    }

    /** A checker, started when it is first asked for. */
    Checker checker() {
        return shared.orElseGet(() -> {
            if (own == null) {
                own = Checker.open(CheckerOptions.of(root));
            }
            return own;
        });
    }

    /** Somebody who can be asked. */
    interface Asker {
        boolean agrees(String question);
    }

    void askWith(Asker somebody) {
        asker = Optional.of(somebody);
    }

    /** Whether there is somebody to ask: scripts cannot be asked. */
    boolean canAsk() {
        return asker.isPresent();
    }

    /** Whether the learner agrees; only if {@link #canAsk}. */
    boolean agrees(String question) {
        return asker.orElseThrow().agrees(question);
    }

    Result show(List<Line> lines) {
        screen.print(lines);
        return Result.DONE;
    }

    /** Refuses: what happened, the value seen, what to do next. */
    Result fail(String sentence) {
        screen.error(sentence);
        return Result.FAILED;
    }

    /** What is done with the exercise in use. */
    interface OnExercise {
        Result apply(Exercise exercise) throws IOException;
    }

    Result withExercise(OnExercise action) throws IOException {
        Optional<Exercise> exercise = session().exercise();
        return exercise.isPresent()
                ? action.apply(exercise.get())
                : fail("No exercise is in use; /use ID chooses one, for example /use look_around.");
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
