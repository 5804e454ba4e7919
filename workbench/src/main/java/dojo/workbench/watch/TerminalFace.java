package dojo.workbench.watch;

import dojo.workbench.browse.Browse;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Filter;
import dojo.workbench.exercise.ProgressFile;
import dojo.workbench.placement.Placement;
import dojo.workbench.placement.Question;
import dojo.workbench.placement.Questions;
import dojo.workbench.placement.Result;
import dojo.workbench.predict.Asking;
import dojo.workbench.primer.Primer;
import dojo.workbench.primer.PrimerWindow;
import dojo.workbench.screen.FullWindow;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/** The watch view on a terminal: single keys, and a window that always shows the present. */
final class TerminalFace implements Face {
    private final Terminal terminal;
    private final Screen screen;
    private final Prompter shell;
    private Consumer<Event> events = event -> {};
    private Optional<KeyReader> keys = Optional.empty();
    private Size size;

    /** Opens a shell on a terminal. */
    @FunctionalInterface
    interface Prompter {
        void prompt(Terminal terminal, Screen screen, Exercise exercise);
    }

    TerminalFace(Terminal terminal, Screen screen, Prompter shell) {
        this.terminal = terminal;
        this.screen = screen;
        this.shell = shell;
        size = terminal.getSize();
    }

    @Override
    public void start(Consumer<Event> listener) {
        events = listener;
        terminal.handle(Signal.WINCH, signal -> resized());
        terminal.handle(Signal.INT, signal -> events.accept(new Event.Closed()));
        // After Ctrl-Z and fg the terminal is as the other program left it.
        terminal.handle(Signal.CONT, signal -> resized());
        screen.scrollAway();
        keys = Optional.of(KeyReader.start(terminal, events, this::lookAtSize));
    }

    /** Some terminals, on Windows above all, do not tell that they were resized. */
    private void lookAtSize() {
        if (!terminal.getSize().equals(size)) {
            resized();
        }
    }

    private void resized() {
        size = terminal.getSize();
        events.accept(new Event.Resized(size.getColumns(), size.getRows()));
    }

    @Override
    public void show(WatchModel before, WatchModel now) {
        screen.paint(WatchView.lines(now));
    }

    @Override
    public void openShell(Exercise exercise) throws InterruptedException {
        if (keys.isPresent()) {
            keys.get().pause();
            screen.print(Line.EMPTY);
            shell.prompt(terminal, screen, exercise);
            screen.scrollAway();
            keys.get().resume();
            events.accept(new Event.Back());
        }
    }

    @Override
    public Event openWindow(Elsewhere what, WatchModel now) throws InterruptedException {
        if (keys.isEmpty() || !FullWindow.isPossible(terminal)) {
            return new Event.NoWindow(what);
        }
        keys.get().pause();
        Event back = switch (what) {
            case LIST -> browse(now);
            case PRIMER -> primer();
            case PLACEMENT -> new Event.Chosen(placed(now));
            case QUESTIONS -> ask(now);
        };
        keys.get().resume();
        resized(); // Perhaps, and the other window was the one to hear of it.
        return back;
    }

    private Event browse(WatchModel now) {
        return new Event.Chosen(
                Browse.of(now.window().root(), now.catalogue(), Filter.NONE).run(terminal, screen));
    }

    private Event primer() {
        PrimerWindow.of(Primer.read()).run(terminal, screen);
        return new Event.Chosen(Optional.empty());
    }

    private Event ask(WatchModel now) {
        screen.scrollAway();
        try {
            Asking.at(terminal, screen, now.window().root(), now.exercise()).ask();
            return new Event.Back();
        } catch (IOException e) {
            return new Event.Told("The answer was not kept: " + e.getMessage() + ". Check the rights of .dojo.");
        } finally {
            screen.scrollAway();
        }
    }

    private Optional<Exercise> placed(WatchModel now) {
        Path root = now.window().root();
        List<Question> questions = Questions.read(root).all();
        Optional<Result> agreed = questions.isEmpty()
                ? Optional.empty()
                : Placement.of(questions, now.catalogue(), now.progress()).run(terminal, screen);
        agreed.ifPresent(result -> ProgressFile.in(root, screen::error).update(result::accepted));
        return agreed.flatMap(Result::start);
    }

    @Override
    public void close() {
        keys.ifPresent(KeyReader::close);
        screen.print(Line.EMPTY);
    }
}
