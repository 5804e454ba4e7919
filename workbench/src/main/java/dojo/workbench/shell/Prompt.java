package dojo.workbench.shell;

import dojo.workbench.check.Checker;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Tone;
import dojo.workbench.shell.view.RequestsView;
import dojo.workbench.worker.JvmLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** The prompt at a terminal. It can be typed at while the process behind it still starts. */
final class Prompt {
    private final Path root;
    private final JvmLayout layout;
    private final Terminal terminal;
    private final Screen screen;
    private final Optional<Exercise> first;
    private final Optional<Checker> checker;

    Prompt(
            Path root,
            JvmLayout layout,
            Terminal terminal,
            Screen screen,
            Optional<Exercise> first,
            Optional<Checker> checker) {
        this.root = root;
        this.layout = layout;
        this.terminal = terminal;
        this.screen = screen;
        this.first = first;
        this.checker = checker;
    }

    int run() {
        var starting = new CompletableFuture<Session>();
        try (Sitting sitting = new Sitting(root, screen, starting::join, checker, true)) {
            LineReader reader = Editor.on(terminal, sitting);
            sitting.askWith(question -> agrees(reader, question));
            daemon(() -> start(starting, reader));
            greet();
            loop(reader, starting, sitting);
            screen.print(
                    RequestsView.sum(starting.join().total(), "in this sitting").wrap(screen.width(), 2));
            return 0;
        } catch (CompletionException e) {
            // Said when it happened.
            return 1;
        } catch (IOException e) {
            screen.error(String.valueOf(e.getMessage()));
            return 1;
        } finally {
            close(starting);
        }
    }

    /** Only a yes is a yes; the answer is no part of the history. */
    private boolean agrees(LineReader reader, String question) {
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        try {
            return reader.readLine(screen.styled(Line.of(Tone.KEY, question + " [y/N] ")))
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .matches("y|yes");
        } catch (UserInterruptException | EndOfFileException e) {
            return false;
        } finally {
            reader.setVariable(LineReader.DISABLE_HISTORY, false);
        }
    }

    private void start(CompletableFuture<Session> starting, LineReader reader) {
        try {
            starting.complete(Session.start(layout, screen, first, Answering.sealed(root)));
        } catch (IOException | RuntimeException e) {
            starting.completeExceptionally(e);
            Line.of(e.getMessage() + " Press Enter to leave.")
                    .wrap(screen.width())
                    .forEach(line -> reader.printAbove(screen.styled(line)));
        }
    }

    private static void close(CompletableFuture<Session> starting) {
        try {
            starting.join().close();
        } catch (CompletionException e) {
            // It never started, so there is nothing to close.
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "dojo-prompt");
        thread.setDaemon(true);
        thread.start();
    }

    private void greet() {
        Line names = Line.of(Tone.CODE, "ddb")
                .and(" is the client, ")
                .and(Tone.CODE, "table")
                .and(" the table's name. ")
                .and(Tone.KEY, "/help")
                .and(" lists commands, ")
                .and(Tone.KEY, first.isPresent() ? "/task" : "/table")
                .and(first.isPresent() ? " says what to do." : " shows what is stored.");
        screen.print(names.wrap(screen.width()));
        if (first.isEmpty()) {
            screen.print(Line.of(Tone.KEY, "/primer")
                    .and(" is for those who know SQL and begin here: ten minutes.")
                    .wrap(screen.width()));
        }
    }

    private void loop(LineReader reader, CompletableFuture<Session> starting, Sitting sitting) throws IOException {
        while (true) {
            String line;
            try {
                line = reader.readLine(label(starting));
            } catch (UserInterruptException e) {
                // Ctrl-C gives up what was typed, nothing more.
                continue;
            } catch (EndOfFileException e) {
                return;
            }
            sitting.type(line);
            if (!line.isBlank() && !play(line, sitting)) {
                return;
            }
        }
    }

    /** Runs what was typed or pasted, step by step, until one fails; false to leave. */
    private boolean play(String text, Sitting sitting) throws IOException {
        Session session = sitting.session();
        // The handler must not wait: it runs on the thread that delivers signals.
        SignalHandler previous = terminal.handle(Signal.INT, signal -> daemon(session::interrupt));
        try {
            for (Script.Step step :
                    Script.parse(text.lines().toList(), session::isComplete).steps()) {
                Slash.Result result = step.isCommand() ? command(sitting, step.text()) : snippet(session, step.text());
                if (result != Slash.Result.DONE) {
                    return result != Slash.Result.EXIT;
                }
            }
            return true;
        } finally {
            terminal.handle(Signal.INT, previous);
        }
    }

    /** A command that cannot reach a file or the process says so, and the prompt goes on. */
    private Slash.Result command(Sitting sitting, String line) {
        try {
            return Commands.run(sitting, line);
        } catch (IOException e) {
            return sitting.fail(String.valueOf(e.getMessage()));
        }
    }

    private static Slash.Result snippet(Session session, String source) throws IOException {
        return session.run(source) ? Slash.Result.DONE : Slash.Result.FAILED;
    }

    private String label(CompletableFuture<Session> starting) {
        Optional<Exercise> exercise = starting.isDone() ? starting.join().exercise() : first;
        return screen.styled(Line.of(Tone.KEY, exercise.map(Exercise::id).orElse("dojo") + "> "));
    }
}
