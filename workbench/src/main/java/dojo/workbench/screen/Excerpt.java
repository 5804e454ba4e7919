package dojo.workbench.screen;

import java.util.ArrayList;
import java.util.List;

/** What a reader needs of something too long to read: where two texts part, the ends of a list. Pure. */
final class Excerpt {
    private static final int LONGEST = 240;
    private static final int BEFORE = 60;
    private static final int FIRST = 5;
    private static final int LAST = 2;

    private Excerpt() {}

    /** The text whole if it is short, else the part around the place where it begins to differ from the other. */
    static String around(String text, String other) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int from = Math.max(0, firstDifference(text, other) - BEFORE);
        int to = Math.min(text.length(), from + LONGEST);
        // Begin and end between words, where there are words.
        int begin = from == 0 ? 0 : Math.max(from, text.lastIndexOf(' ', from + BEFORE / 2) + 1);
        int lastSpace = text.lastIndexOf(' ', to);
        int end = to == text.length() || lastSpace < to - BEFORE ? to : lastSpace;
        return (begin == 0 ? "" : "… ") + text.substring(begin, end) + (end == text.length() ? "" : " …");
    }

    /** The entries, numbered; of many, the first and the last. */
    static List<String> ends(List<String> entries) {
        List<String> shown = new ArrayList<>();
        boolean folded = entries.size() > FIRST + LAST + 1;
        for (int i = 0; i < entries.size(); i++) {
            if (!folded || i < FIRST || i >= entries.size() - LAST) {
                shown.add((i + 1) + ". " + entries.get(i));
            } else if (i == FIRST) {
                shown.add("… " + (entries.size() - FIRST - LAST) + " more …");
            }
        }
        return shown;
    }

    /** How many characters both begin with. */
    static int firstDifference(String text, String other) {
        int at = 0;
        while (at < text.length() && at < other.length() && text.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }
}
