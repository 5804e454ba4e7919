package dojo.workbench.screen;

import java.io.PrintStream;

/** Where text goes: the only class that prints. Not thread-safe. */
public final class Screen {
    private final PrintStream out;
    private final PrintStream err;

    private Screen(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The process's own streams. */
    public static Screen standard() {
        return new Screen(System.out, System.err);
    }

    /** Two streams of the caller's, for tests. */
    public static Screen of(PrintStream out, PrintStream err) {
        return new Screen(out, err);
    }

    /** One line, or several, of the answer. */
    public void print(String text) {
        out.println(text);
        out.flush();
    }

    /** A sentence that says what went wrong and what to do. */
    public void error(String text) {
        err.println(text);
        err.flush();
    }
}
