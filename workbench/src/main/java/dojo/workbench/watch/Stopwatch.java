package dojo.workbench.watch;

import dojo.workbench.check.Checker;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.ProgressFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Times the way from a save to its verdict, through the watch view itself: the file event, the quiet time after it, the
 * check, and the view that shows it.
 *
 * <p>For one exercise. It saves into the learner's files, so give it a home that nobody works in. One thread.
 */
public final class Stopwatch implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 60_000;

    private final Known face;
    private final Thread view;

    private Stopwatch(Known face, Thread view) {
        this.face = face;
        this.view = view;
    }

    /**
     * Opens the view on an exercise, and waits for its first verdict.
     *
     * @throws IOException with a sentence if there is none within a minute
     */
    public static Stopwatch on(Path home, Exercise exercise, Checker checker) throws IOException {
        ProgressFile file = ProgressFile.in(home, report -> {});
        file.update(progress -> progress.withCurrent(exercise.id()));
        var model = WatchModel.of(Catalogue.read(home), file.read(), Settings.USUAL, new Window(home, 100, 40));
        var face = new Known();
        Thread view = new Thread(() -> run(face, home, checker, file, model), "dojo-stopwatch");
        view.setDaemon(true);
        view.start();
        face.await(now -> now.idle() && now.verdict().isPresent(), exercise.id());
        return new Stopwatch(face, view);
    }

    private static void run(Known face, Path home, Checker checker, ProgressFile file, WatchModel model) {
        try {
            WatchLoop.run(face, events -> new Chores(home, checker, file, Pace.USUAL, events), model);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A save, and its verdict. */
    public record Timed(Verdict verdict, long millis) {}

    /**
     * Saves these texts, which must differ from what the files hold.
     *
     * @throws IOException if a file cannot be written, or no verdict comes within a minute
     */
    public Timed save(Map<Path, String> texts) throws IOException {
        int before = face.verdicts();
        long began = System.nanoTime();
        for (Map.Entry<Path, String> text : texts.entrySet()) {
            Files.writeString(text.getKey(), text.getValue());
        }
        Verdict verdict = face.await(
                now -> now.idle() && face.verdicts() > before, texts.keySet().toString());
        return new Timed(verdict, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    @Override
    public void close() {
        face.leave();
        try {
            view.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A face that nobody sees. */
    private static final class Known implements Face {
        private Consumer<Event> events = event -> {};
        private Optional<WatchModel> shown = Optional.empty();
        private int verdicts;

        @Override
        public synchronized void start(Consumer<Event> listener) {
            events = listener;
        }

        @Override
        public synchronized void show(WatchModel before, WatchModel now) {
            WatchView.lines(now);
            verdicts += !before.idle() && now.idle() ? 1 : 0;
            shown = Optional.of(now);
            notifyAll();
        }

        /** How many checks have come to their end. */
        synchronized int verdicts() {
            return verdicts;
        }

        synchronized void leave() {
            events.accept(new Event.Closed());
        }

        synchronized Verdict await(Predicate<WatchModel> known, String what) throws IOException {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            while (shown.filter(known).isEmpty()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new IOException("No verdict on " + what + " within " + PATIENCE_MILLIS / 1000
                            + " s; ./dojo doctor may know why.");
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("The measurement was interrupted.", e);
                }
            }
            return shown.flatMap(WatchModel::verdict).orElseThrow();
        }

        @Override
        public void openShell(Exercise exercise) {
            // Nobody presses the key.
        }

        @Override
        public Event openWindow(Elsewhere what, WatchModel now) {
            return new Event.NoWindow(what);
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
