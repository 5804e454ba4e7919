package dojo.workbench.shell;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts what a snippet prints into lines, and stops listening after very many. Thread-safe. */
final class LineSink extends OutputStream {
    static final int MOST_LINES = 2_000;
    private static final int LONGEST_LINE = 64 * 1024;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int seen;

    LineSink(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n' || line.size() >= LONGEST_LINE) {
            emit();
        }
        if (b != '\n' && b != '\r') {
            line.write(b);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    /** A snippet has ended: its last line, if it lacks a line end, and a fresh allowance for the next. */
    synchronized void endSnippet() {
        if (line.size() > 0) {
            emit();
        }
        seen = 0;
    }

    private void emit() {
        seen++;
        if (seen <= MOST_LINES) {
            lines.accept(line.toString(StandardCharsets.UTF_8));
        } else if (seen == MOST_LINES + 1) {
            lines.accept("… the rest is not shown; Ctrl-C stops the snippet.");
        }
        line.reset();
    }
}
