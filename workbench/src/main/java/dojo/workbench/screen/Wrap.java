package dojo.workbench.screen;

import java.util.ArrayList;
import java.util.List;

/** Breaks a line at its spaces; a word wider than the screen stays whole, so that ids and paths can be copied. */
final class Wrap {
    private final int width;
    private final int hanging;
    private final List<Line> done = new ArrayList<>();
    private List<Span> row = new ArrayList<>();
    private int columns;

    private Wrap(int width, int hanging) {
        this.width = width;
        this.hanging = hanging;
    }

    static List<Line> lines(Line line, int width, int hanging) {
        if (line.columns() <= width) {
            return List.of(line);
        }
        var wrap = new Wrap(width, hanging);
        words(line).forEach(wrap::add);
        wrap.breakLine();
        return wrap.done;
    }

    /** A word is what stands between spaces, in one or several tones, together with the spaces before it. */
    private record Word(List<Span> gap, List<Span> ink) {
        int columns() {
            return gap.stream().mapToInt(Span::columns).sum() + inkColumns();
        }

        int inkColumns() {
            return ink.stream().mapToInt(Span::columns).sum();
        }
    }

    private static List<Word> words(Line line) {
        var words = new ArrayList<Word>();
        var gap = new ArrayList<Span>();
        var ink = new ArrayList<Span>();
        for (Span span : line.spans()) {
            for (String piece : span.text().split("(?<= )(?! )|(?<! )(?= )", -1)) {
                if (piece.isBlank() && !ink.isEmpty() && !piece.isEmpty()) {
                    words.add(new Word(List.copyOf(gap), List.copyOf(ink)));
                    gap.clear();
                    ink.clear();
                }
                (piece.isBlank() ? gap : ink).add(span.with(piece));
            }
        }
        words.add(new Word(List.copyOf(gap), List.copyOf(ink)));
        return words;
    }

    private void add(Word word) {
        boolean first = done.isEmpty() && row.isEmpty();
        if (!first && columns + word.columns() > width) {
            breakLine();
            if (hanging > 0) {
                row.add(Span.of(Tone.PLAIN, " ".repeat(hanging)));
            }
            row.addAll(word.ink());
            columns = hanging + word.inkColumns();
        } else {
            row.addAll(word.gap());
            row.addAll(word.ink());
            columns += word.columns();
        }
    }

    private void breakLine() {
        done.add(new Line(row));
        row = new ArrayList<>();
        columns = 0;
    }
}
