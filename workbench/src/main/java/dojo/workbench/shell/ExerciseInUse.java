package dojo.workbench.shell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.Screen;
import dojo.workbench.worker.JvmLayout;
import dojo.workbench.worker.TemporaryFolder;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** The exercise in use at the prompt: its table, its classes, and whether both are kept away until it is predicted. */
final class ExerciseInUse implements AutoCloseable {
    private final JvmLayout layout;
    private final Screen screen;
    private final Predicate<Exercise> sealed;
    private final Path temporary;
    private Optional<Exercise> exercise;
    private int compiled;

    private ExerciseInUse(
            JvmLayout layout, Screen screen, Optional<Exercise> exercise, Predicate<Exercise> sealed, Path temporary) {
        this.layout = layout;
        this.screen = screen;
        this.exercise = exercise;
        this.sealed = sealed;
        this.temporary = temporary;
    }

    /** Without an exercise, the table holds a small session of samples. */
    static ExerciseInUse of(JvmLayout layout, Screen screen, Optional<Exercise> exercise, Predicate<Exercise> sealed)
            throws IOException {
        return new ExerciseInUse(layout, screen, exercise, sealed, TemporaryFolder.create("dojo-shell-"));
    }

    Optional<Exercise> get() {
        return exercise;
    }

    boolean is(Exercise other) {
        return exercise.filter(other::equals).isPresent();
    }

    /** From the next {@link #setTable} on. */
    void choose(Exercise chosen) {
        exercise = Optional.of(chosen);
    }

    boolean isSealed() {
        return exercise.filter(sealed).isPresent();
    }

    /** A table as the exercise wants it, or with samples when there is none or it is sealed. */
    void setTable(Engine engine) throws IOException {
        if (exercise.filter(sealed.negate()).isPresent()) {
            enter(engine, exercise.get());
            return;
        }
        engine.vm().ask(Wire.message().put("op", "use"));
        engine.rebindTable();
        if (isSealed()) {
            screen.say("Its table and its classes come once every question has a prediction; /answer asks.");
        }
    }

    private void enter(Engine engine, Exercise chosen) throws IOException {
        ExerciseClasses.Compiled classes = compile(chosen);
        ObjectNode use =
                Wire.message().put("op", "use").put("classes", classes.folder().toString());
        classes.world().ifPresent(world -> use.put("world", world));
        String laws = engine.vm().ask(use).path("laws").asText();
        engine.rebindTable();
        if (!laws.isEmpty()) {
            screen.say("Laws hold here: " + laws + ". /laws " + laws.replaceFirst(",.*", "") + " shows how.");
        }
        engine.addClasses(classes.folder(), chosen.packageName());
        if (!classes.whole()) {
            screen.say("Your file does not compile yet, so its class is not here; dojo check " + chosen.id()
                    + " says why.");
        }
    }

    /** Makes another exercise's classes usable beside those of the one in use. */
    void borrow(Engine engine, Exercise other) throws IOException {
        if (!is(other)) {
            engine.addClasses(compile(other).folder(), other.packageName());
        }
    }

    private ExerciseClasses.Compiled compile(Exercise chosen) throws IOException {
        compiled++;
        Path folder = Files.createDirectories(temporary.resolve("classes-" + compiled));
        return new ExerciseClasses(layout).compile(chosen, folder);
    }

    @Override
    public void close() {
        TemporaryFolder.delete(temporary);
    }
}
