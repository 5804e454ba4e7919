package dojo.workbench.watch;

import java.io.IOException;
import java.util.function.Consumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** Reads single keys from the terminal on a thread of its own; can step aside for a line editor. */
final class KeyReader implements AutoCloseable {
    private static final int ESCAPE = 27;
    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final long SAME_KEY_MILLIS = 20;

    private final Terminal terminal;
    private final Consumer<Event> events;
    private final Runnable idle;
    private final Attributes original;
    private volatile boolean wanted = true;
    private Thread thread;

    private KeyReader(Terminal terminal, Consumer<Event> events, Runnable idle) {
        this.terminal = terminal;
        this.events = events;
        this.idle = idle;
        original = terminal.enterRawMode();
        thread = startThread();
    }

    /** {@code idle} is called several times a second while no key is pressed. */
    static KeyReader start(Terminal terminal, Consumer<Event> events, Runnable idle) {
        return new KeyReader(terminal, events, idle);
    }

    private Thread startThread() {
        var reading = new Thread(this::read, "dojo-watch-keys");
        reading.setDaemon(true);
        reading.start();
        return reading;
    }

    private void read() {
        NonBlockingReader reader = terminal.reader();
        try {
            while (wanted) {
                int key = reader.read(LOOK_AGAIN_MILLIS);
                if (key == NonBlockingReader.EOF || key == 4) {
                    events.accept(new Event.Closed());
                    return;
                } else if (key == NonBlockingReader.READ_EXPIRED) {
                    idle.run();
                } else if (key == ESCAPE) {
                    skipSequence(reader);
                } else if (key == ' ') {
                    events.accept(new Event.Key('m')); // As in every pager.
                } else if (key > ' ') {
                    events.accept(new Event.Key((char) key));
                }
            }
        } catch (IOException e) {
            events.accept(new Event.Closed());
        }
    }

    /**
     * Skips the rest of what an arrow or function key sends; its letters are no keys of ours.
     *
     * <p>It is an escape, a bracket or an O, parameters, and one letter or tilde that ends it.
     */
    private static void skipSequence(NonBlockingReader reader) throws IOException {
        int next = reader.read(SAME_KEY_MILLIS);
        if (next == '[' || next == 'O') {
            do {
                next = reader.read(SAME_KEY_MILLIS);
            } while (next >= ' ' && next < '@');
        }
    }

    /** Gives the terminal away, in the mode it came in; returns when no key is being read any more. */
    void pause() throws InterruptedException {
        wanted = false;
        thread.join();
        terminal.setAttributes(original);
    }

    void resume() {
        terminal.enterRawMode();
        wanted = true;
        thread = startThread();
    }

    @Override
    public void close() {
        try {
            pause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
