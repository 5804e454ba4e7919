package dojo.workbench.primer;

import dojo.workbench.primer.Primer.Page;
import dojo.workbench.screen.KeyBar;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Markup;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;

/** The primer in lines. Pure. */
public final class PrimerView {
    private static final String MEASURED = "=>";

    /** The title, the lines below and above the text, and the keys. */
    private static final int AROUND = 4;

    private PrimerView() {}

    /** Every page, one below the other. */
    public static List<Line> whole(Primer primer, int width) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < primer.pages().size(); i++) {
            lines.addAll(page(primer, i, width));
            lines.add(Line.EMPTY);
        }
        return lines.subList(0, lines.size() - 1);
    }

    /** One page; the first has number 0. */
    public static List<Line> page(Primer primer, int number, int width) {
        var lines = new ArrayList<Line>();
        lines.add(title(primer, number));
        lines.add(Line.EMPTY);
        lines.addAll(text(primer.pages().get(number), width));
        return lines;
    }

    /** What a window shows one after another: the pages, cut where the window is low. */
    static List<List<Line>> screens(Primer primer, int width, int rows) {
        var screens = new ArrayList<List<Line>>();
        int room = Math.max(1, rows - AROUND);
        for (int number = 0; number < primer.pages().size(); number++) {
            List<Line> text = text(primer.pages().get(number), width);
            for (int from = 0; from < text.size(); from += room) {
                var screen = new ArrayList<Line>();
                screen.add(title(primer, number));
                screen.add(Line.EMPTY);
                screen.addAll(text.subList(from, Math.min(from + room, text.size())));
                screens.add(screen);
            }
        }
        for (int at = 0; at < screens.size(); at++) {
            screens.get(at).add(Line.EMPTY);
            screens.get(at).addAll(KeyBar.named(keys(at, screens.size()), width));
        }
        return screens;
    }

    private static List<KeyBar.Named> keys(int at, int screens) {
        var keys = new ArrayList<KeyBar.Named>();
        if (at < screens - 1) {
            keys.add(new KeyBar.Named("n", "next page"));
        }
        if (at > 0) {
            keys.add(new KeyBar.Named("b", "back"));
        }
        keys.add(new KeyBar.Named("q", at < screens - 1 ? "leave" : "done"));
        return keys;
    }

    private static Line title(Primer primer, int number) {
        return Line.of(Tone.TITLE, primer.pages().get(number).title())
                .and(
                        Tone.QUIET,
                        "  primer, page " + (number + 1) + " of "
                                + primer.pages().size());
    }

    private static List<Line> text(Page page, int width) {
        return Markup.lines(page.text(), width).stream()
                .map(PrimerView::measured)
                .toList();
    }

    /** What was measured stands out from what was typed. */
    private static Line measured(Line line) {
        return line.text().strip().startsWith(MEASURED) ? Line.of(Tone.GOOD, line.text()) : line;
    }
}
