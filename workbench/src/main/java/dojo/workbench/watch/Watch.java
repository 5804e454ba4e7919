package dojo.workbench.watch;

import dojo.workbench.check.CannotCheck;
import dojo.workbench.check.Checker;
import dojo.workbench.check.CheckerOptions;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.ProgressFile;
import dojo.workbench.screen.ExerciseView;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.ProgressView;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Terminals;
import dojo.workbench.screen.Tone;
import dojo.workbench.shell.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** What {@code dojo} without a subcommand shows. */
public final class Watch {
    private final Path root;
    private final Pace pace;
    private final Supplier<Optional<String>> news;

    private Watch(Path root, Pace pace, Supplier<Optional<String>> news) {
        this.root = root;
        this.pace = pace;
        this.news = news;
    }

    /** The view of the checkout at {@code root}. */
    public static Watch of(Path root) {
        return new Watch(root.toAbsolutePath().normalize(), Pace.USUAL, Optional::empty);
    }

    /** The same, waiting for things as long as it is told to. */
    Watch at(Pace other) {
        return new Watch(root, other, news);
    }

    /** The same with something to tell once it is open, which may take a while to find out. */
    public Watch telling(Supplier<Optional<String>> sentence) {
        return new Watch(root, pace, sentence);
    }

    /**
     * Shows the current exercise and grades every save, until the learner leaves; without a terminal, says where the
     * learner is and how to go on.
     *
     * @param plain where to print when there is no terminal
     * @return 0, or 1 if there is nothing to show
     */
    public int run(Screen plain) {
        try (Terminal terminal = Terminals.open().orElse(null)) {
            if (terminal == null) {
                return status(plain);
            } else if (!terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                return run(terminal, Screen.on(terminal));
            }
        } catch (IOException e) {
            plain.error("The terminal cannot be used (" + e.getMessage() + ").");
            return status(plain);
        }
        return told(System.in, plain); // A terminal that cannot move its cursor is a typewriter.
    }

    /**
     * The same for screen readers and pipes: tells what is new, one piece after another, and takes typed commands.
     *
     * @param typed a command a line; at its end the view is left
     */
    public int told(InputStream typed, Screen screen) {
        var in = new BufferedReader(new InputStreamReader(typed, StandardCharsets.UTF_8));
        var window = new Window(root, screen.width(), 0);
        Screen plain = screen.plain();
        return run(plain, Settings.USUAL, window, checker -> new PlainFace(in, plain));
    }

    int run(Terminal terminal, Screen screen) {
        var window = new Window(
                root, terminal.getSize().getColumns(), terminal.getSize().getRows());
        return run(
                screen,
                SettingsFile.in(root).read(),
                window,
                checker -> new TerminalFace(
                        terminal,
                        screen,
                        (place, on, exercise) ->
                                Shell.of(root).with(checker).prompt(place, on, Optional.of(exercise))));
    }

    private int run(Screen screen, Settings settings, Window window, Function<Checker, Face> faces) {
        Catalogue catalogue = Catalogue.read(root);
        if (catalogue.all().isEmpty()) {
            return nothingFound(screen);
        }
        ProgressFile file = ProgressFile.in(root, screen::error);
        try (Checker checker = Checker.open(CheckerOptions.of(root))) {
            checker.warmUp();
            WatchLoop.run(
                    faces.apply(checker),
                    events -> new Chores(root, checker, file, pace, events).telling(news),
                    WatchModel.of(catalogue, file.read(), settings, window));
            return 0;
        } catch (CannotCheck e) {
            screen.error(String.valueOf(e.getMessage()));
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private int status(Screen screen) {
        Catalogue catalogue = Catalogue.read(root);
        if (catalogue.all().isEmpty()) {
            return nothingFound(screen);
        }
        Progress progress = ProgressFile.in(root, screen::error).read();
        screen.print(status(catalogue, progress, root, screen.width()));
        news.get().ifPresent(screen::say);
        return 0;
    }

    static List<Line> status(Catalogue catalogue, Progress progress, Path root, int width) {
        Exercise exercise = WatchModel.of(catalogue, progress, Settings.USUAL, new Window(root, width, 0))
                .exercise();
        var lines = new ArrayList<Line>();
        lines.add(ProgressView.line(catalogue, progress));
        lines.addAll(ExerciseView.heading(exercise, width));
        lines.addAll(ExerciseView.files(exercise, root));
        lines.add(Line.EMPTY);
        lines.addAll(Line.of("This is not a terminal, so here is how to go on without keys:")
                .wrap(width));
        String grade = exercise.isLive() ? "./dojo shell " : "./dojo check ";
        lines.add(Line.of(Tone.CODE, "  " + grade + exercise.id()));
        lines.add(Line.of(Tone.CODE, "  ./dojo hint " + exercise.id()));
        lines.add(Line.of(Tone.CODE, "  ./dojo list"));
        lines.add(Line.of(Tone.CODE, "  ./dojo --plain").and(" watches your files and takes typed commands"));
        return lines;
    }

    private int nothingFound(Screen screen) {
        screen.error("There are no exercises in " + root.resolve("exercises")
                + ". Start dojo from its own checkout, or run git status to see what is missing.");
        return 1;
    }
}
