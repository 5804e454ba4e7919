package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;

/** A terminal without a window: keys go in, what a person would see comes out. */
public final class FakeTerminal implements AutoCloseable {
    private static final long PATIENCE_NANOS = 90_000_000_000L;

    private final ScreenTerminal window;
    private final LineDisciplineTerminal terminal;
    private final StringBuilder everything = new StringBuilder();

    /** A window of so many columns and rows. */
    public FakeTerminal(int columns, int rows) throws IOException {
        window = new ScreenTerminal(columns, rows);
        terminal = new LineDisciplineTerminal("fake", "xterm", new ToWindow(), StandardCharsets.UTF_8);
        terminal.setSize(Size.of(columns, rows));
    }

    public Terminal terminal() {
        return terminal;
    }

    /** Presses keys; {@code \r} is Enter, {@code \u0003} Ctrl-C, {@code \u0004} Ctrl-D. */
    public void type(String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    }

    public void resize(int columns, int rows) {
        synchronized (everything) {
            window.setSize(Size.of(columns, rows));
        }
        terminal.setSize(Size.of(columns, rows));
        terminal.raise(Signal.WINCH);
    }

    /** Waits until the window shows the text, and returns what it shows. */
    public String see(String text) throws InterruptedException {
        return await(shown -> shown.contains(text), "the window to show: " + text);
    }

    /** Waits until the window shows what is described, and returns what it shows. */
    public String await(Predicate<String> shown, String description) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        synchronized (everything) {
            while (!shown.test(window.toString())) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    fail("Waited for %s%nIt shows:%n%s", description, window);
                }
                everything.wait(left);
            }
            return window.toString();
        }
    }

    /** What the window shows now. */
    public String window() {
        synchronized (everything) {
            return window.toString();
        }
    }

    /** Everything that was ever written, escape sequences included. */
    public String everything() {
        synchronized (everything) {
            return everything.toString();
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }

    private final class ToWindow extends OutputStream {
        private final CharsetDecoder characters = StandardCharsets.UTF_8.newDecoder();
        private final ByteBuffer bytesLeft = ByteBuffer.allocate(1 << 16);

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            synchronized (everything) {
                bytesLeft.put(bytes, offset, length).flip();
                CharBuffer text = CharBuffer.allocate(bytesLeft.remaining());
                characters.decode(bytesLeft, text, false);
                bytesLeft.compact(); // What is left is the beginning of a character whose rest is on its way.
                String arrived = text.flip().toString();
                everything.append(arrived);
                window.write(arrived);
                everything.notifyAll();
            }
        }
    }
}
