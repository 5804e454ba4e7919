package dojo.workbench.watch;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;

/** Lines cut into pages of so many rows; the last row of each says which one it is. */
final class Pages {
    private static final String BULLET = "· ";

    private final List<List<Line>> pages = new ArrayList<>();
    private final Window window;
    private List<Line> open = new ArrayList<>();
    private int used;

    private Pages(Window window) {
        this.window = window;
    }

    static Pages of(List<Line> lines, int rows, Window window) {
        Pages pages = new Pages(window);
        if (window.rowsOf(lines) <= rows) {
            pages.pages.add(lines);
        } else {
            lines.forEach(line -> pages.add(line, Math.max(1, rows - 1)));
            pages.pages.add(pages.open);
        }
        return pages;
    }

    private void add(Line line, int rows) {
        if (used + window.rowsOf(line) > rows && !open.isEmpty()) {
            turn(line, rows, rows - window.rowsOf(line));
        }
        if (!open.isEmpty() || !line.equals(Line.EMPTY)) {
            open.add(line);
            used += window.rowsOf(line);
        }
    }

    /**
     * What was begun goes over to the next page: a paragraph, a table or a list, if that leaves the page at least half full;
     * otherwise the entry of a list; and with either its heading, which is nothing without what it is the heading of.
     */
    private void turn(Line line, int rows, int room) {
        int paragraph = open.lastIndexOf(Line.EMPTY);
        int from = mayGo(paragraph, rows, room) ? paragraph : entryOf(line, rows, room);
        List<Line> next = new ArrayList<>(open.subList(from, open.size()));
        open = new ArrayList<>(open.subList(0, from));
        while (open.size() > 1 && isHeading(last()) && fits(next, room)) {
            next.add(0, open.remove(open.size() - 1));
        }
        while (!next.isEmpty() && next.get(0).equals(Line.EMPTY)) {
            next.remove(0);
        }
        pages.add(open);
        open = next;
        used = window.rowsOf(open);
    }

    private boolean mayGo(int from, int rows, int room) {
        return from > 0
                && window.rowsOf(open.subList(0, from)) * 2 >= rows
                && window.rowsOf(open.subList(from, open.size())) <= room;
    }

    /** Where the entry of a list begins that this line goes on with; the end, if it begins one or is in none. */
    private int entryOf(Line line, int rows, int room) {
        int from = open.size();
        String text = line.text();
        while (from > 0 && text.startsWith("  ")) {
            text = open.get(--from).text();
        }
        return text.startsWith(BULLET) && !line.text().startsWith(BULLET) && mayGo(from, rows, room)
                ? from
                : open.size();
    }

    private boolean fits(List<Line> next, int room) {
        return window.rowsOf(next) + window.rowsOf(last()) <= room;
    }

    private Line last() {
        return open.get(open.size() - 1);
    }

    /** Whether a line is nothing without those below it: blank, or the names of columns. */
    static boolean isHeading(Line line) {
        return line.spans().stream().allMatch(span -> span.tone() == Tone.HEADING);
    }

    int count() {
        return pages.size();
    }

    /** The page of that number; beyond the last, the last: a resize may have made fewer of them. */
    List<Line> get(int number) {
        int shown = Math.min(number, count() - 1);
        List<Line> page = new ArrayList<>(pages.get(shown));
        if (count() > 1) {
            page.add(Line.of(Tone.QUIET, "… page " + (shown + 1) + " of " + count() + ", ")
                    .and(Tone.KEY, "m")
                    .and(Tone.QUIET, " turns it"));
        }
        return page;
    }
}
