package dojo.workbench.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Tone;
import dojo.workbench.shell.view.JsonView;
import dojo.workbench.shell.view.RequestsView;
import dojo.workbench.shell.view.TraceView;
import dojo.workbench.worker.JvmLayout;
import dojo.workbench.worker.TemporaryFolder;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One sitting at the prompt: the engine, replaced when it is lost, the exercise in use, and the bill so far.
 *
 * <p>One thread runs snippets and commands; {@link #interrupt} may be called from any other.
 */
final class Session implements AutoCloseable {
    private final JvmLayout layout;
    private final Screen screen;
    private final Path temporary;
    private volatile Engine engine;
    private Optional<Exercise> exercise = Optional.empty();
    private Predicate<Exercise> sealed = any -> false;
    private Bill before = Bill.ZERO;
    private Bill lost = Bill.ZERO;
    private final Journal journal = new Journal();
    private Optional<String> startedWith = Optional.empty();
    private int uses;
    private boolean asJson;

    private Session(JvmLayout layout, Screen screen, Path temporary, Engine engine) {
        this.layout = layout;
        this.screen = screen;
        this.temporary = temporary;
        this.engine = engine;
    }

    /**
     * Starts the engine; takes a second or two.
     *
     * @param exercise whose table to start with; without one, a small session of samples
     */
    static Session start(JvmLayout layout, Screen screen, Optional<Exercise> exercise) throws IOException {
        return start(layout, screen, exercise, any -> false);
    }

    /**
     * The same, where exercises may be sealed: their table and their classes would give away what is to be predicted.
     */
    static Session start(JvmLayout layout, Screen screen, Optional<Exercise> exercise, Predicate<Exercise> sealed)
            throws IOException {
        Path temporary = TemporaryFolder.create("dojo-shell-");
        try {
            var session = new Session(layout, screen, temporary, Engine.start(layout, printer(screen)));
            session.exercise = exercise;
            session.startedWith = exercise.map(Exercise::id);
            session.sealed = sealed;
            return session.opened();
        } catch (IOException | RuntimeException e) {
            TemporaryFolder.delete(temporary);
            throw e;
        }
    }

    private Session opened() throws IOException {
        try {
            setTable();
            return this;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    Optional<Exercise> exercise() {
        return exercise;
    }

    boolean isComplete(String source) {
        return engine.isComplete(source);
    }

    void interrupt() {
        engine.interrupt();
    }

    /** Runs what was typed, prints what became of it and what it cost; true if all went well. */
    boolean run(String source) throws IOException {
        if (engine.isLost()) {
            recover();
        }
        ask("begin");
        List<Outcome> outcomes = engine.run(source);
        journal.addAll(engine.succeeded());
        for (Outcome outcome : outcomes) {
            screen.print(lines(outcome));
        }
        if (engine.isLost()) {
            recover();
        } else {
            printBillSince();
        }
        return outcomes.stream().noneMatch(Outcome::failed);
    }

    /** Gives the exercise a fresh table, filled by its world, and makes its classes usable. */
    void use(Exercise chosen) throws IOException {
        if (exercise.filter(chosen::equals).isPresent()) {
            // Classes that are loaded stay as they were compiled: edited ones need a new process.
            recover();
            return;
        }
        exercise = Optional.of(chosen);
        setTable();
    }

    /** As good as new, and quicker: no definitions, a fresh table. */
    void startOver(Exercise chosen) throws IOException {
        exercise = Optional.of(chosen);
        journal.clear();
        if (engine.isLost()) {
            replace();
        } else {
            engine.forget();
            // A script must not find the laws or the time of the one before it.
            ask("start-over");
            setTable();
        }
    }

    /** Whether the exercise in use is kept away until its questions are answered. */
    boolean isSealed() {
        return exercise.filter(sealed).isPresent();
    }

    /** Fills the table of an exercise that was sealed before. */
    void unseal() throws IOException {
        setTable();
    }

    /** A table as the exercise wants it, or with samples when there is none or it is sealed. */
    private void setTable() throws IOException {
        if (exercise.filter(sealed.negate()).isPresent()) {
            enter(exercise.get());
        } else {
            engine.vm().ask(Wire.message().put("op", "use"));
            engine.rebindTable();
            if (isSealed()) {
                screen.say("Its table and its classes come once every question has a prediction; /answer asks.");
            }
        }
    }

    private void enter(Exercise chosen) throws IOException {
        uses++;
        Path folder = Files.createDirectories(temporary.resolve("classes-" + uses));
        var compiled = new ExerciseClasses(layout).compile(chosen, folder);
        ObjectNode use = Wire.message().put("op", "use").put("classes", folder.toString());
        compiled.world().ifPresent(world -> use.put("world", world));
        engine.vm().ask(use);
        engine.rebindTable();
        engine.addClasses(folder, chosen.packageName());
        if (!compiled.whole()) {
            screen.say("Your file does not compile yet, so its class is not here; dojo check " + chosen.id()
                    + " says why.");
        }
    }

    private List<Line> lines(Outcome outcome) throws IOException {
        return asJson && outcome instanceof Outcome.Shown shown
                ? json(shown.number(), shown.name())
                : OutcomeView.lines(outcome, screen.width());
    }

    /** Whether results of DynamoDB are shown as its own JSON from now on. */
    void showAsJson(boolean json) {
        asJson = json;
    }

    /** The latest result as DynamoDB's own JSON; empty if there is none. */
    List<Line> json() throws IOException {
        return json(0, "");
    }

    private List<Line> json(int number, String name) throws IOException {
        String json = ask(Wire.message().put("op", "json").put("number", number))
                .path("json")
                .asText();
        return JsonView.lines(name, json, screen.width());
    }

    /** What the process says to a request of one word. */
    JsonNode ask(String op) throws IOException {
        return ask(Wire.message().put("op", op));
    }

    /** What the process says; throws with its sentence if it refuses. */
    JsonNode ask(ObjectNode request) throws IOException {
        try {
            return engine.vm().ask(request);
        } catch (SnippetVm.Refusal e) {
            throw e;
        } catch (IOException e) {
            if (!engine.isLost()) {
                throw e;
            }
            recover();
            throw new SnippetVm.Refusal("The process in which snippets run had ended, and a new one has taken over: the"
                    + " table is as at the start, and laws are off. Try again.");
        }
    }

    /** What the whole sitting cost so far. */
    Bill total() throws IOException {
        return lost.plus(RequestsView.bill(ask("bill").path("total")));
    }

    private void printBillSince() throws IOException {
        JsonNode bills = ask("bill");
        before = RequestsView.bill(bills.path("total"));
        Bill since = RequestsView.bill(bills.path("snippet"));
        if (since.requests() > 0) {
            screen.print(RequestsView.afterSnippet(since).wrap(screen.width(), 2));
        }
        if (bills.path("touched").asInt() > 0) {
            screen.print(TraceView.hint(bills.path("touched").asInt()).wrap(screen.width(), 2));
        }
    }

    /** A new process, in which what is harmless is declared again. */
    private void recover() throws IOException {
        replace();
        screen.print(Recovery.of(engine, journal).lines(screen.width()));
    }

    /** Runs a slash command; true if all went well. */
    interface CommandRunner {
        boolean run(String line) throws IOException;
    }

    /** Runs again what a new process lacks, until something fails. */
    boolean replay(CommandRunner commands) throws IOException {
        List<Journal.Entry> deeds = journal.deeds();
        journal.removeAll(deeds);
        for (int i = 0; i < deeds.size(); i++) {
            String source = deeds.get(i).source();
            screen.print(Line.of(Tone.QUIET, "> ")
                    .and(Colours.line(source.lines().findFirst().orElse(""))));
            boolean command = deeds.get(i).kind() == Journal.Kind.COMMAND;
            if (!(command ? commands.run(source) : run(source))) {
                journal.addAll(deeds.subList(i + 1, deeds.size()));
                return false;
            }
        }
        return true;
    }

    /** Forgets every definition; the exercise and a fresh table remain. */
    void reset() throws IOException {
        journal.clear();
        startedWith = exercise.map(Exercise::id);
        replace();
    }

    /** Makes an exercise's classes usable without switching to it. */
    void borrow(Exercise other) throws IOException {
        if (!exercise.filter(other::equals).isPresent()) {
            uses++;
            Path folder = Files.createDirectories(temporary.resolve("classes-" + uses));
            new ExerciseClasses(layout).compile(other, folder);
            engine.addClasses(folder, other.packageName());
        }
    }

    /** The id of the exercise whose table the sitting began with. */
    Optional<String> startedWith() {
        return startedWith;
    }

    /** What succeeded so far. */
    Journal journal() {
        return journal;
    }

    /** The engine at the moment; it may be another after the next snippet. */
    Engine engine() {
        return engine;
    }

    /** A new process with the same exercise. */
    private void replace() throws IOException {
        engine.close();
        lost = lost.plus(before);
        before = Bill.ZERO;
        engine = Engine.start(layout, printer(screen));
        setTable();
    }

    private static java.util.function.Consumer<String> printer(Screen screen) {
        return line -> screen.print(Line.of(line));
    }

    @Override
    public void close() {
        engine.close();
        TemporaryFolder.delete(temporary);
    }
}
