package dojo.workbench.screen;

import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.InfoCmp.Capability;

/**
 * A terminal's whole window, on its alternate screen, with single keys. On close everything is as it was before.
 *
 * <p>One thread reads keys; the window may be drawn anew from another when its size changes.
 */
public final class FullWindow implements AutoCloseable {
    private static final int USUAL_ROWS = 24;

    private final Terminal terminal;
    private final Screen screen;
    private final Attributes original;
    private final SignalHandler resized;
    private final SignalHandler continued;
    private BiFunction<Integer, Integer, List<Line>> view = (columns, rows) -> List.of();

    private FullWindow(Terminal terminal, Screen screen) {
        this.terminal = terminal;
        this.screen = screen;
        original = terminal.enterRawMode();
        Attributes keys = terminal.getAttributes();
        keys.setLocalFlag(LocalFlag.ISIG, false); // Ctrl-C leaves this window, not the program below it.
        terminal.setAttributes(keys);
        resized = terminal.handle(Signal.WINCH, signal -> draw());
        continued = terminal.handle(Signal.CONT, signal -> draw());
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
    }

    /** Whether the terminal can move its cursor; one that cannot has no windows. */
    public static boolean isPossible(Terminal terminal) {
        return !terminal.getType().startsWith(Terminal.TYPE_DUMB)
                && terminal.getStringCapability(Capability.cursor_home) != null;
    }

    public static FullWindow open(Terminal terminal, Screen screen) {
        return new FullWindow(terminal, screen);
    }

    /** Shows a view, now and after each change of size. */
    public synchronized void show(BiFunction<Integer, Integer, List<Line>> drawn) {
        view = drawn;
        draw();
    }

    /** Rows that a view may use now. */
    public int rows() {
        int rows = terminal.getSize().getRows();
        return rows > 0 ? rows : USUAL_ROWS;
    }

    public int columns() {
        return screen.width();
    }

    /** Waits for a key; a terminal that breaks is one that closes. */
    public Press read() {
        try {
            return Press.read(terminal.reader());
        } catch (IOException e) {
            return Press.of(Press.Key.CLOSED);
        }
    }

    private synchronized void draw() {
        List<Line> lines = view.apply(columns(), rows());
        screen.paint(lines.subList(0, Math.min(rows(), lines.size())));
    }

    @Override
    public synchronized void close() {
        terminal.handle(Signal.WINCH, resized);
        terminal.handle(Signal.CONT, continued);
        view = (columns, rows) -> List.of();
        terminal.puts(Capability.cursor_normal);
        terminal.puts(Capability.exit_ca_mode);
        terminal.flush();
        terminal.setAttributes(original);
    }
}
