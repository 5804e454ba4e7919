package dojo.workbench.watch;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The watch view for screen readers, dumb terminals and pipes: one piece of news after another, typed commands.
 *
 * <p>Nothing is ever cleared or moved. A command that is typed, or piped, while a check runs waits for its verdict.
 */
final class PlainFace implements Face {
    private final BufferedReader in;
    private final Screen screen;
    private final Deque<String> typed = new ArrayDeque<>();
    private Consumer<Event> events = event -> {};
    private Optional<WatchModel> seen = Optional.empty();
    private boolean waiting = true;

    PlainFace(BufferedReader in, Screen screen) {
        this.in = in;
        this.screen = screen;
    }

    @Override
    public void start(Consumer<Event> listener) {
        events = listener;
        var reading = new Thread(this::read, "dojo-watch-commands");
        reading.setDaemon(true);
        reading.start();
    }

    private void read() {
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                type(line.strip());
            }
        } catch (IOException e) {
            // As at the end of the input: nobody can type any more.
        }
        type("quit");
    }

    private synchronized void type(String line) {
        typed.add(line);
        obey();
    }

    @Override
    public synchronized void show(WatchModel before, WatchModel now) {
        screen.print(PlainView.news(seen, now));
        seen = Optional.of(now);
        waiting = !now.idle();
        obey();
    }

    /** The next command, if nothing is going on; what it leads to is shown before the one after it. */
    private void obey() {
        while (!waiting && !typed.isEmpty() && seen.isPresent()) {
            String word = typed.remove();
            Optional<Character> key = PlainView.key(word, seen.get());
            if (key.isPresent()) {
                waiting = true;
                events.accept(new Event.Key(key.get()));
            } else if (!word.isEmpty()) {
                screen.print(PlainView.help(word, seen.get()));
            }
        }
    }

    @Override
    public void openShell(Exercise exercise) {
        screen.print(Line.of("Run ./dojo shell " + exercise.id() + " in another window."));
    }

    @Override
    public Event openWindow(Elsewhere what, WatchModel now) {
        return new Event.NoWindow(what);
    }

    @Override
    public void close() {
        // The input is the process's own.
    }
}
