package dojo.workbench.command;

import dojo.workbench.screen.Screen;
import java.io.Writer;

/** Lets a library that wants to write, write on the screen. */
final class ScreenWriter extends Writer {
    private final Screen screen;
    private final StringBuilder line = new StringBuilder();

    ScreenWriter(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void write(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == '\n') {
                screen.print(line.toString());
                line.setLength(0);
            } else if (text[i] != '\r') {
                line.append(text[i]);
            }
        }
    }

    @Override
    public void flush() {
        // Whole lines only.
    }

    @Override
    public void close() {
        if (line.length() > 0) {
            screen.print(line.toString());
            line.setLength(0);
        }
    }
}
