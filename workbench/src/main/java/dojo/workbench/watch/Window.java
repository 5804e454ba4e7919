package dojo.workbench.watch;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Look;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the view is drawn.
 *
 * @param root what paths are relative to
 * @param columns of the terminal; 0 where it does not say
 * @param rows of the terminal; 0 for no limit
 */
record Window(Path root, int columns, int rows) {

    /** Columns that views are fitted to. */
    int width() {
        return Look.plain().withWidth(columns).width();
    }

    Window sized(int newColumns, int newRows) {
        return new Window(root, newColumns, newRows);
    }

    /** Rows that lines take: a line wider than the terminal, such as a long path, takes several. */
    int rowsOf(List<Line> lines) {
        return lines.stream().mapToInt(this::rowsOf).sum();
    }

    int rowsOf(Line line) {
        return columns <= 0 ? 1 : Math.max(1, (line.columns() + columns - 1) / columns);
    }
}
