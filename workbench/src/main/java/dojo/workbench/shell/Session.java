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
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One sitting at the prompt: the engine, replaced when it is lost, the exercise in use, and the bill so far.
 *
 * <p>One thread runs snippets and commands; {@link #interrupt} may be called from any other.
 */
final class Session implements AutoCloseable {
    private final JvmLayout layout;
    private final Screen screen;
    private final ExerciseInUse inUse;
    private final Journal journal = new Journal();
    private volatile Engine engine;
    private Optional<String> startedWith;
    private Bill before = Bill.ZERO;
    private Bill lost = Bill.ZERO;
    private boolean asJson;

    private Session(JvmLayout layout, Screen screen, ExerciseInUse inUse, Engine engine) {
        this.layout = layout;
        this.screen = screen;
        this.inUse = inUse;
        this.engine = engine;
        this.startedWith = inUse.get().map(Exercise::id);
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
        ExerciseInUse inUse = ExerciseInUse.of(layout, screen, exercise, sealed);
        try {
            return new Session(layout, screen, inUse, Engine.start(layout, printer(screen))).opened();
        } catch (IOException | RuntimeException e) {
            inUse.close();
            throw e;
        }
    }

    private Session opened() throws IOException {
        try {
            inUse.setTable(engine);
            return this;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    Optional<Exercise> exercise() {
        return inUse.get();
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
        if (inUse.is(chosen)) {
            // Classes that are loaded stay as they were compiled: edited ones need a new process.
            recover();
            return;
        }
        inUse.choose(chosen);
        inUse.setTable(engine);
    }

    /** As good as new, and quicker: no definitions, a fresh table. */
    void startOver(Exercise chosen) throws IOException {
        inUse.choose(chosen);
        journal.clear();
        if (engine.isLost()) {
            replace();
        } else {
            engine.forget();
            // A script must not find the laws or the time of the one before it.
            ask("start-over");
            inUse.setTable(engine);
        }
    }

    /** Whether the exercise in use is kept away until its questions are answered. */
    boolean isSealed() {
        return inUse.isSealed();
    }

    /** Fills the table of an exercise that was sealed before. */
    void unseal() throws IOException {
        inUse.setTable(engine);
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
        startedWith = inUse.get().map(Exercise::id);
        replace();
    }

    /** Makes an exercise's classes usable without switching to it. */
    void borrow(Exercise other) throws IOException {
        inUse.borrow(engine, other);
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
        inUse.setTable(engine);
    }

    private static Consumer<String> printer(Screen screen) {
        return line -> screen.print(Line.of(line));
    }

    @Override
    public void close() {
        engine.close();
        inUse.close();
    }
}
