package dojo.workbench.watch;

import dojo.workbench.check.Checker;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.ProgressFile;
import dojo.workbench.screen.FakeTerminal;
import dojo.workbench.screen.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jline.utils.ScreenTerminal;
import org.jspecify.annotations.Nullable;

/** A watch view on a terminal without a window, of which everything is known. */
final class Stage implements AutoCloseable {
    private static final Pace QUICK = new Pace(Duration.ofMillis(2), Duration.ofMillis(20), Duration.ofDays(1));
    private static final long PATIENCE_NANOS = 90_000_000_000L;
    private static final char LAST_KEY = '~';

    private final Path root;
    private final Checker checker;
    private final FakeTerminal terminal;
    private final Screen screen;
    private final List<String> reports = new ArrayList<>();
    private final Catalogue catalogue;
    private CompletableFuture<Void> running = new CompletableFuture<>();
    private @Nullable WatchModel shown;
    private boolean sawLastKey;

    Stage(Path root, Checker checker, int columns, int rows) throws IOException {
        this.root = root;
        this.checker = checker;
        terminal = new FakeTerminal(columns, rows);
        screen = Screen.on(terminal.terminal());
        catalogue = Catalogue.read(root);
    }

    ProgressFile file() {
        return ProgressFile.in(root, reports::add);
    }

    /** What was said about damage to the progress file. */
    List<String> reports() {
        return reports;
    }

    void open() {
        synchronized (this) {
            shown = null;
        }
        Progress progress = file().read();
        var window = new Window(
                root,
                terminal.terminal().getSize().getColumns(),
                terminal.terminal().getSize().getRows());
        var model = WatchModel.of(catalogue, progress, SettingsFile.in(root).read(), window);
        running = CompletableFuture.runAsync(() -> {
            try {
                WatchLoop.run(new Known(), events -> new Chores(root, checker, file(), QUICK, events), model);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await(now -> true, "the view to open");
    }

    void leave() throws Exception {
        settleKeys();
        terminal.type("q");
        running.get(60, TimeUnit.SECONDS);
    }

    void type(String keys) throws IOException {
        terminal.type(keys);
    }

    void resize(int columns, int rows) {
        terminal.resize(columns, rows);
    }

    synchronized Exercise exercise() {
        WatchModel now = shown;
        return now == null ? catalogue.all().get(0) : now.exercise();
    }

    /** Lets everything that was typed have its effect, and gives the window this size. */
    void settle(int columns, int rows) throws Exception {
        settleKeys();
        resize(columns, rows);
        await(
                now -> now.window().columns() == columns && now.window().rows() == rows,
                "the window to be " + columns + "x" + rows);
    }

    /** A question or a countdown takes a key for itself. */
    private void settleKeys() throws Exception {
        synchronized (this) {
            sawLastKey = false;
        }
        // Twice: the first may end an escape sequence.
        terminal.type(Character.toString(LAST_KEY).repeat(2));
        await(now -> sawLastKey, "all keys to be read");
        terminal.type("n");
        await(now -> now.question().isEmpty() && !now.countingDown(), "no question to be open");
    }

    /** Waits until the view knows this, and the window shows exactly what the view knows. */
    WatchModel await(Predicate<WatchModel> known, String what) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        synchronized (this) {
            while (true) {
                WatchModel now = shown;
                if (now != null
                        && known.test(now)
                        && terminal.window().stripTrailing().equals(expected(now))) {
                    return now;
                }
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError("Waited for " + what + "; the view knows " + brief(now) + " and shows\n"
                            + terminal.window() + (now == null ? "" : "\ninstead of\n" + expected(now)));
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private static String brief(@Nullable WatchModel now) {
        return now == null
                ? "nothing"
                : now.exercise().id() + " " + now.verdict().map(Verdict::word) + " " + now.panel() + " " + now.work()
                        + " " + now.question() + now.notice();
    }

    /** The same lines on a terminal that has shown nothing else. */
    private String expected(WatchModel model) {
        var fresh = new ScreenTerminal(model.window().columns(), model.window().rows());
        fresh.write(WatchView.lines(model).stream().map(screen::styled).collect(Collectors.joining("\r\n")));
        return fresh.toString().stripTrailing();
    }

    private synchronized void shows(WatchModel now) {
        shown = now;
        notifyAll();
    }

    private synchronized void heard(Event event) {
        sawLastKey |= event instanceof Event.Key key && key.key() == LAST_KEY;
        notifyAll();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }

    /** A face that tells what it is shown; visits to other views end at once. */
    private final class Known implements Face {
        private final TerminalFace face = new TerminalFace(terminal.terminal(), screen, (place, on, exercise) -> {});

        @Override
        public void start(Consumer<Event> events) {
            face.start(event -> {
                events.accept(event);
                heard(event);
            });
        }

        @Override
        public void show(WatchModel before, WatchModel now) {
            face.show(before, now);
            shows(now);
        }

        @Override
        public void openShell(Exercise exercise) throws InterruptedException {
            face.openShell(exercise);
        }

        @Override
        public Event openWindow(Elsewhere what, WatchModel now) {
            return new Event.NoWindow(what);
        }

        @Override
        public void close() {
            face.close();
        }
    }
}
