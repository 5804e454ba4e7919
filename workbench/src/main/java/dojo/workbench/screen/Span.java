package dojo.workbench.screen;

import java.net.URI;
import java.util.Optional;
import org.jline.utils.WCWidth;

/** A run of text in one tone, optionally a link. */
public record Span(Tone tone, String text, Optional<URI> link) {

    public static Span of(Tone tone, String text) {
        return new Span(tone, text, Optional.empty());
    }

    /** The same look for other text. */
    Span with(String other) {
        return new Span(tone, other, link);
    }

    /** How many terminal columns the text takes; wide characters take two. */
    public int columns() {
        return columns(text);
    }

    static int columns(String text) {
        return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
    }
}
