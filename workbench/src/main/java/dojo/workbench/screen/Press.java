package dojo.workbench.screen;

import java.io.IOException;
import org.jline.utils.NonBlockingReader;

/**
 * One key, whatever bytes the terminal sent for it.
 *
 * @param character what was typed, for {@link Key#CHARACTER}
 */
public record Press(Key key, char character) {
    private static final int ESCAPE = 27;
    /** The rest of an arrow key follows its escape at once; a person's next key does not. */
    private static final long SAME_KEY_MILLIS = 50;

    /** Keys that have no letter, and all those that have one. */
    public enum Key {
        CHARACTER,
        UP,
        DOWN,
        PAGE_UP,
        PAGE_DOWN,
        HOME,
        END,
        ENTER,
        BACKSPACE,
        ESCAPE,
        /** Ctrl-C, Ctrl-D, or the terminal is gone. */
        CLOSED,
        OTHER
    }

    public static Press of(Key key) {
        return new Press(key, '\0');
    }

    public static Press of(char character) {
        return new Press(Key.CHARACTER, character);
    }

    /** Waits for a key. */
    static Press read(NonBlockingReader reader) throws IOException {
        int first = reader.read();
        return switch (first) {
            case NonBlockingReader.EOF, 3, 4 -> of(Key.CLOSED);
            case '\r', '\n' -> of(Key.ENTER);
            case 8, 127 -> of(Key.BACKSPACE);
            case 2 -> of(Key.PAGE_UP);
            case 6 -> of(Key.PAGE_DOWN);
            case ESCAPE -> escaped(reader);
            default -> first < ' ' ? of(Key.OTHER) : of((char) first);
        };
    }

    /** An escape, a bracket or an O, parameters, and one letter or tilde that ends it; or the escape key itself. */
    private static Press escaped(NonBlockingReader reader) throws IOException {
        int next = reader.read(SAME_KEY_MILLIS);
        if (next != '[' && next != 'O') {
            return of(next < 0 ? Key.ESCAPE : Key.OTHER);
        }
        var parameters = new StringBuilder();
        int last = reader.read(SAME_KEY_MILLIS);
        while (last >= ' ' && last < '@') {
            parameters.append((char) last);
            last = reader.read(SAME_KEY_MILLIS);
        }
        return of(last == '~' ? numbered(parameters.toString()) : lettered(last));
    }

    private static Key lettered(int letter) {
        return switch (letter) {
            case 'A' -> Key.UP;
            case 'B' -> Key.DOWN;
            case 'H' -> Key.HOME;
            case 'F' -> Key.END;
            default -> Key.OTHER;
        };
    }

    private static Key numbered(String number) {
        return switch (number) {
            case "1", "7" -> Key.HOME;
            case "4", "8" -> Key.END;
            case "5" -> Key.PAGE_UP;
            case "6" -> Key.PAGE_DOWN;
            default -> Key.OTHER;
        };
    }
}
