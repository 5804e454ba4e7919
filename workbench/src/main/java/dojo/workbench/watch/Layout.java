package dojo.workbench.watch;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits a view to its window: what is read above, the verdict below it, the keys at the bottom.
 *
 * <p>The foot and the first line of the verdict are always there. What is too long for the rest is read page by page;
 * the part that is not being read shrinks first.
 *
 * @param pages how many pages what is being read has
 */
record Layout(List<Line> lines, int pages) {
    /** Of a window that is too small, the verdict keeps at least so many rows. */
    private static final int LEAST = 3;

    /** What belongs into the window. {@code readsUpper}: whether the upper part is read, or the verdict. */
    record Parts(List<Line> upper, List<Line> lower, List<Line> foot, boolean readsUpper) {}

    static Layout of(Parts parts, int page, Window window) {
        int gap = parts.upper().isEmpty() || parts.lower().isEmpty() ? 0 : 1;
        int wanted = window.rowsOf(parts.upper()) + gap + window.rowsOf(parts.lower());
        int room = window.rows() - window.rowsOf(parts.foot()) - 1;
        if (window.rows() <= 0) {
            return joined(parts, gap, 1, 1);
        } else if (wanted <= room) {
            return joined(parts, gap, room - wanted + 1, 1);
        } else if (room < 2 * LEAST + gap) {
            List<Line> lower = cut(parts.lower(), Math.max(1, room + 1), window);
            return joined(new Parts(List.of(), lower, parts.foot(), false), 0, 0, 1);
        }
        return parts.readsUpper()
                ? readingUpper(parts, gap, room, page, window)
                : readingLower(parts, gap, room, page, window);
    }

    private static Layout readingUpper(Parts parts, int gap, int room, int page, Window window) {
        int upperRows = window.rowsOf(parts.upper());
        int share = Math.max(Math.max(LEAST, room / 3), room - gap - upperRows);
        List<Line> lower = cut(parts.lower(), share, window);
        int left = room - gap - window.rowsOf(lower);
        Pages pages = Pages.of(parts.upper(), left, window);
        return joined(
                new Parts(pages.get(page), lower, parts.foot(), true),
                gap,
                filler(room, gap, pages.get(page), lower, window),
                pages.count());
    }

    private static Layout readingLower(Parts parts, int gap, int room, int page, Window window) {
        List<Line> upper = cut(parts.upper(), Math.max(1, Math.min(LEAST, room / 3)), window);
        int left = room - gap - window.rowsOf(upper);
        Line head = parts.lower().get(0);
        Pages pages = Pages.of(parts.lower().subList(1, parts.lower().size()), left - window.rowsOf(head), window);
        List<Line> lower = new ArrayList<>(List.of(head));
        lower.addAll(pages.get(page));
        return joined(
                new Parts(upper, lower, parts.foot(), false),
                gap,
                filler(room, gap, upper, lower, window),
                pages.count());
    }

    private static int filler(int room, int gap, List<Line> upper, List<Line> lower, Window window) {
        return Math.max(0, room - gap - window.rowsOf(upper) - window.rowsOf(lower)) + 1;
    }

    /** The first of the lines, as many as fit, and how many more there are. */
    private static List<Line> cut(List<Line> lines, int rows, Window window) {
        if (window.rowsOf(lines) <= rows) {
            return lines;
        }
        List<Line> kept = new ArrayList<>();
        int used = 1;
        for (Line line : lines) {
            used += window.rowsOf(line);
            if (used > rows && !kept.isEmpty()) {
                break;
            }
            kept.add(line);
        }
        while (kept.size() > 1 && Pages.isHeading(kept.get(kept.size() - 1))) {
            kept.remove(kept.size() - 1);
        }
        int more = lines.size() - kept.size();
        if (rows > 1) {
            kept.add(Line.of(Tone.QUIET, "  … " + more + (more == 1 ? " more line" : " more lines")));
        }
        return kept;
    }

    private static Layout joined(Parts parts, int gap, int filler, int pages) {
        List<Line> all = new ArrayList<>(parts.upper());
        blanks(all, gap);
        all.addAll(parts.lower());
        blanks(all, filler);
        all.addAll(parts.foot());
        return new Layout(List.copyOf(all), pages);
    }

    private static void blanks(List<Line> lines, int count) {
        for (int i = 0; i < count; i++) {
            lines.add(Line.EMPTY);
        }
    }
}
