package dojo.workbench.shell;

import dojo.workbench.check.Checker;
import dojo.workbench.check.ScriptRunner;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Terminals;
import dojo.workbench.shell.view.RequestsView;
import dojo.workbench.worker.JvmLayout;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;

/** JShell on the lab, at a terminal or from a file. */
public final class Shell {
    private final Path root;
    private final JvmLayout layout;
    /** Longer than any snippet of ours takes, shorter than anybody waits for a script that hangs. */
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

    private final Optional<Checker> checker;
    private final Duration limit;

    private Shell(Path root, JvmLayout layout, Optional<Checker> checker, Duration limit) {
        this.root = root;
        this.layout = layout;
        this.checker = checker;
        this.limit = limit;
    }

    /** The shell of the checkout at {@code root}. */
    public static Shell of(Path root) {
        return new Shell(root.toAbsolutePath().normalize(), JvmLayout.detect(), Optional.empty(), USUAL_LIMIT);
    }

    /** The same shell, whose {@code /check} uses a checker that is warm already and stays open. */
    public Shell with(Checker warm) {
        return new Shell(root, layout, Optional.of(warm), limit);
    }

    /** The same shell, which gives each snippet of a script so long; zero for as long as it likes. */
    public Shell limitedTo(Duration most) {
        return new Shell(root, layout, checker, most);
    }

    /**
     * Reads and runs snippets until the learner leaves; without a terminal, runs what comes on standard input.
     *
     * @param plain where to print when there is no terminal
     * @param exercise whose table and classes to start with
     * @return 0, or 1 if the lab did not start or, without a terminal, a snippet failed
     */
    public int run(Screen plain, Optional<Exercise> exercise) {
        try (Terminal terminal = Terminals.open().orElse(null)) {
            return terminal == null
                    ? script(plain, "standard input", standardInput(), exercise)
                    : prompt(terminal, Screen.on(terminal), exercise);
        } catch (IOException e) {
            plain.error("The terminal cannot be used (" + e.getMessage() + "); dojo shell --file FILE needs none.");
            return 1;
        }
    }

    /**
     * As {@link #run}, at a terminal that is open already.
     *
     * @return 0, or 1 if the lab did not start
     */
    public int prompt(Terminal terminal, Screen screen, Optional<Exercise> exercise) {
        return new Prompt(root, layout, terminal, screen, exercise, checker).run();
    }

    /**
     * Runs a file of snippets and commands until one fails.
     *
     * @return 0 if all went well, 1 if not
     */
    public int script(Screen screen, Path file, Optional<Exercise> exercise) {
        try {
            return script(screen, file.toString(), read(file), exercise);
        } catch (IOException e) {
            screen.error(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    private int script(Screen screen, String name, List<String> lines, Optional<Exercise> exercise) {
        try (Session session = Session.start(layout, screen, exercise, Answering.sealed(root));
                Sitting sitting = new Sitting(root, screen, () -> session, checker, true)) {
            boolean ok = ScriptPlay.of(name, lines, sitting.limitedTo(limit));
            screen.print(Line.EMPTY);
            screen.print(RequestsView.sum(session.total(), "in all").wrap(screen.width(), 2));
            return ok ? 0 : 1;
        } catch (IOException e) {
            screen.error(String.valueOf(e.getMessage()));
            return 1;
        }
    }

    /** Plays scripts without a word, for checks of live exercises; the process stays until this one ends. */
    public ScriptRunner runner() {
        return new QuietRunner(root, layout, limit);
    }

    private static List<String> standardInput() throws IOException {
        return new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    static List<String> read(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + file + "; name a file of snippets, or leave --file away.", e);
        } catch (MalformedInputException e) {
            throw new IOException(file + " is not UTF-8 text; save it as UTF-8.", e);
        } catch (IOException e) {
            throw new IOException("Cannot read " + file + " (" + e.getMessage() + "); check its name and rights.", e);
        }
    }
}
