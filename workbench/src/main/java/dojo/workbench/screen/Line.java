package dojo.workbench.screen;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One line of output: spans from left to right, without a line end; neighbours that look the same are one span. */
public record Line(List<Span> spans) {
    public static final Line EMPTY = new Line(List.of());

    public Line {
        spans = joined(spans);
    }

    private static List<Span> joined(List<Span> spans) {
        var joined = new ArrayList<Span>();
        for (Span span : spans) {
            Span last = joined.isEmpty() ? span : joined.get(joined.size() - 1);
            if (span.text().isEmpty()) {
                continue;
            }
            if (!joined.isEmpty() && last.tone() == span.tone() && last.link().equals(span.link())) {
                joined.set(joined.size() - 1, last.with(last.text() + span.text()));
            } else {
                joined.add(span);
            }
        }
        return List.copyOf(joined);
    }

    public static Line of(String text) {
        return of(Tone.PLAIN, text);
    }

    public static Line of(Tone tone, String text) {
        return text.isEmpty() ? EMPTY : new Line(List.of(Span.of(tone, text)));
    }

    public Line and(String text) {
        return and(Tone.PLAIN, text);
    }

    public Line and(Tone tone, String text) {
        return text.isEmpty() ? this : and(Span.of(tone, text));
    }

    public Line and(Line other) {
        var all = new ArrayList<>(spans);
        all.addAll(other.spans);
        return new Line(all);
    }

    /** Appends text that a capable terminal shows as a link. */
    public Line link(Tone tone, String text, URI target) {
        return and(new Span(tone, text, Optional.of(target)));
    }

    private Line and(Span span) {
        var all = new ArrayList<>(spans);
        all.add(span);
        return new Line(all);
    }

    public Line indent(int columns) {
        return columns == 0 || spans.isEmpty() ? this : of(" ".repeat(columns)).and(this);
    }

    /** The text without tones and links. */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    public int columns() {
        return spans.stream().mapToInt(Span::columns).sum();
    }

    /** Breaks at spaces so that no line is wider than {@code width}, unless a single word is: words are never cut. */
    public List<Line> wrap(int width) {
        return Wrap.lines(this, width, 0);
    }

    /** As {@link #wrap(int)}; lines after the first are indented. */
    public List<Line> wrap(int width, int hanging) {
        return Wrap.lines(this, width, hanging);
    }

    @Override
    public String toString() {
        return text();
    }
}
