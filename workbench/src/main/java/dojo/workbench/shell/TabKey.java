package dojo.workbench.shell;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import dojo.workbench.shell.DocumentationView.Entry;
import java.util.List;
import org.jline.reader.Buffer;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;

/**
 * The Tab key: it completes; behind an open bracket it says what could be called; pressed again it shows the
 * documentation, page by page.
 */
final class TabKey {
    private static final int INDENTATION = 4;
    private static final int SMALLEST_PAGE = 8;

    private final LineReader reader;
    private final Sitting sitting;
    private String text = "";
    private int cursor = -1;
    private int shown;

    TabKey(LineReader reader, Sitting sitting) {
        this.reader = reader;
        this.sitting = sitting;
    }

    boolean press() {
        Buffer buffer = reader.getBuffer();
        String before = buffer.upToCursor();
        if (Slash.looksLike(before)) {
            return complete();
        } else if (before.substring(before.lastIndexOf('\n') + 1).isBlank() && before.contains("\n")) {
            int column = before.length() - before.lastIndexOf('\n') - 1;
            buffer.write(" ".repeat(INDENTATION - column % INDENTATION));
            return true;
        }
        boolean again = text.contentEquals(buffer.toString()) && cursor == buffer.cursor();
        if (again) {
            return explain(before);
        }
        shown = 0;
        boolean done = (behindBracket(before) && signatures(before)) || complete();
        text = buffer.toString();
        cursor = buffer.cursor();
        return done;
    }

    private boolean complete() {
        return reader.getBuffer().length() == 0 || completed();
    }

    private boolean completed() {
        reader.callWidget(LineReader.COMPLETE_WORD);
        return true;
    }

    /** Where an argument would begin: nothing of it is typed yet. */
    private static boolean behindBracket(String before) {
        String typed = before.stripTrailing();
        return typed.endsWith("(") || typed.endsWith(",");
    }

    private boolean signatures(String before) {
        List<Entry> entries = sitting.session().engine().insight().documentation(before, false);
        if (entries.isEmpty()) {
            return false;
        }
        above(DocumentationView.signatures(entries, sitting.width()));
        return true;
    }

    /** A page of the documentation; after the last one, the first. */
    private boolean explain(String before) {
        List<Entry> entries = sitting.session().engine().insight().documentation(before, true);
        if (entries.isEmpty()) {
            return complete();
        }
        List<Line> all = DocumentationView.whole(entries, sitting.width());
        int page = Math.max(SMALLEST_PAGE, reader.getTerminal().getSize().getRows() - 6);
        int from = shown >= all.size() ? 0 : shown;
        shown = Math.min(all.size(), from + page);
        above(all.subList(from, shown));
        if (shown < all.size()) {
            above(List.of(Line.of(Tone.QUIET, "… " + (all.size() - shown) + " lines more: Tab again")));
        }
        return true;
    }

    private void above(List<Line> lines) {
        lines.forEach(line ->
                reader.printAbove(AttributedString.fromAnsi(sitting.screen().styled(line))));
    }
}
