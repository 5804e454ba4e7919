package dojo.workbench.primer;

import dojo.workbench.screen.FullWindow;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Press;
import dojo.workbench.screen.Screen;
import java.util.List;
import org.jline.terminal.Terminal;

/** Turns the pages of the primer in a window. */
public final class PrimerWindow {
    private final Primer primer;
    private volatile int at;

    private PrimerWindow(Primer primer) {
        this.primer = primer;
    }

    public static PrimerWindow of(Primer primer) {
        return new PrimerWindow(primer);
    }

    /** Shows page after page until the reader leaves; the terminal must be one for a {@link FullWindow}. */
    public void run(Terminal terminal, Screen screen) {
        try (FullWindow window = FullWindow.open(terminal, screen)) {
            while (at >= 0) {
                window.show(this::screen);
                at = after(
                        window.read(),
                        PrimerView.screens(primer, window.columns(), window.rows())
                                .size());
            }
        }
    }

    /** A window that was made larger has fewer screens, and shows its last. */
    private List<Line> screen(int columns, int rows) {
        List<List<Line>> screens = PrimerView.screens(primer, columns, rows);
        return screens.get(Math.min(Math.max(0, at), screens.size() - 1));
    }

    /** The screen after a key; below 0 to leave. */
    private int after(Press press, int screens) {
        int last = screens - 1;
        int here = Math.min(at, last);
        return switch (press.key()) {
            case ESCAPE, CLOSED -> -1;
            case ENTER, DOWN, PAGE_DOWN -> Math.min(last, here + 1);
            case UP, PAGE_UP, BACKSPACE -> Math.max(0, here - 1);
            case HOME -> 0;
            case END -> last;
            case CHARACTER ->
                switch (press.character()) {
                    case 'n', ' ' -> Math.min(last, here + 1);
                    case 'b', 'p' -> Math.max(0, here - 1);
                    case 'q' -> -1;
                    default -> here;
                };
            case OTHER -> here;
        };
    }
}
