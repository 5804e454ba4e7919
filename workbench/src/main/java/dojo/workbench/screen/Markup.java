package dojo.workbench.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows the simple AsciiDoc of a README on a terminal: paragraphs, lists, listings, bold and code. */
public final class Markup {
    private static final Pattern INLINE = Pattern.compile(
            "`([^`]+)`|(?<![\\w*])\\*([^*\\s](?:[^*]*[^*\\s])?)\\*(?![\\w*])|link:(\\S+?)\\[([^\\]]*)\\]"
                    + "|(https?://\\S+?)\\[([^\\]]*)\\]");
    private static final Pattern ITEM = Pattern.compile("(\\*{1,3}|-|\\.{1,3})\\s+(.*)");
    private static final Pattern IGNORED = Pattern.compile("\\[.*\\]|//.*|\\+");

    private final int width;
    private final List<Line> done = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private String bullet = "";
    private int number;
    private boolean listing;

    private Markup(int width) {
        this.width = width;
    }

    /** The text fitted to {@code width} columns; listings are left as they are. */
    public static List<Line> lines(String text, int width) {
        var markup = new Markup(width);
        text.lines().forEach(markup::read);
        markup.endParagraph();
        markup.trimEnd();
        return List.copyOf(markup.done);
    }

    /** One line of text with its bold and code pieces toned. */
    public static Line inline(String text) {
        Line line = Line.EMPTY;
        Matcher matcher = INLINE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            line = line.and(text.substring(from, matcher.start())).and(piece(matcher));
            from = matcher.end();
        }
        return line.and(text.substring(from));
    }

    private static Line piece(Matcher matcher) {
        if (matcher.group(1) != null) {
            return Line.of(Tone.CODE, matcher.group(1));
        }
        if (matcher.group(2) != null) {
            return Line.of(Tone.TITLE, matcher.group(2));
        }
        String target = matcher.group(3) != null ? matcher.group(3) : matcher.group(5);
        String label = matcher.group(3) != null ? matcher.group(4) : matcher.group(6);
        return Line.of(label.isEmpty() ? target : label + " (" + target + ")");
    }

    private void read(String line) {
        if (line.strip().equals("----")) {
            endParagraph();
            listing = !listing;
        } else if (listing) {
            done.add(Line.of(Tone.CODE, line.stripTrailing()).indent(2));
        } else if (line.isBlank()) {
            endParagraph();
            blank();
        } else {
            text(line.strip());
        }
    }

    private void text(String line) {
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            endParagraph();
            number = item.group(1).startsWith(".") ? number + 1 : 0;
            bullet = number > 0 ? number + ". " : "· ";
            paragraph.append(item.group(2));
        } else if (line.startsWith("=== ")) {
            endParagraph();
            done.add(Line.of(Tone.TITLE, line.substring(4)));
        } else if (!IGNORED.matcher(line).matches()) {
            number = paragraph.isEmpty() ? 0 : number;
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            Line line = Line.of(bullet).and(inline(paragraph.toString()));
            done.addAll(line.wrap(width, bullet.length()));
        }
        paragraph.setLength(0);
        bullet = "";
    }

    private void blank() {
        if (!done.isEmpty() && !done.get(done.size() - 1).equals(Line.EMPTY)) {
            done.add(Line.EMPTY);
        }
    }

    private void trimEnd() {
        while (!done.isEmpty() && done.get(done.size() - 1).equals(Line.EMPTY)) {
            done.remove(done.size() - 1);
        }
    }
}
