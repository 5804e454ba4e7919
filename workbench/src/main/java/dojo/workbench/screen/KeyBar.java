package dojo.workbench.screen;

import java.util.List;

/** The keys that work now, at the bottom of a view. Pure. */
public final class KeyBar {
    private KeyBar() {}

    /** One key and what it does. */
    public record Key(char key, String does) {}

    /** A key that has no letter, such as Enter, and what it does. */
    public record Named(String key, String does) {}

    /** {@code n next  h hint  q quit}; breaks between keys, never inside one. */
    public static List<Line> lines(List<Key> keys, int width) {
        return named(
                keys.stream()
                        .map(key -> new Named(Character.toString(key.key()), key.does()))
                        .toList(),
                width);
    }

    /** As {@link #lines}. */
    public static List<Line> named(List<Named> keys, int width) {
        Line bar = Line.EMPTY;
        for (Named key : keys) {
            // A no-break space keeps a key and its word together when the bar wraps.
            bar = bar.and(bar.spans().isEmpty() ? "" : "  ")
                    .and(Tone.KEY, key.key())
                    .and(Tone.QUIET, "\u00a0" + key.does().replace(' ', '\u00a0'));
        }
        return bar.wrap(width).stream().map(KeyBar::ordinarySpaces).toList();
    }

    private static Line ordinarySpaces(Line line) {
        return new Line(line.spans().stream()
                .map(span -> span.with(span.text().replace('\u00a0', ' ')))
                .toList());
    }
}
