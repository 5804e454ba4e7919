package dojo.workbench.shell;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;

/** What could be called here, and what it is for. Pure. */
final class DocumentationView {
    private static final int MOST_SIGNATURES = 12;

    private DocumentationView() {}

    /** One thing that could be meant; {@code javadoc} is empty if its source is not at hand. */
    record Entry(String signature, String javadoc) {}

    /** Only how it is called. */
    static List<Line> signatures(List<Entry> entries, int width) {
        var lines = new ArrayList<Line>();
        entries.stream()
                .limit(MOST_SIGNATURES)
                .forEach(entry ->
                        lines.addAll(Colours.line(shortened(entry.signature())).wrap(width, 4)));
        if (entries.size() > MOST_SIGNATURES) {
            lines.add(Line.of(Tone.QUIET, "… and " + (entries.size() - MOST_SIGNATURES) + " more"));
        }
        lines.add(Line.of(Tone.QUIET, "Tab again: documentation"));
        return lines;
    }

    /** How it is called, and its documentation. */
    static List<Line> whole(List<Entry> entries, int width) {
        var lines = new ArrayList<Line>();
        for (Entry entry : entries) {
            lines.addAll(Colours.line(entry.signature()).wrap(width, 4));
            JavadocText.lines(entry.javadoc(), width - 2).forEach(line -> lines.add(line.indent(2)));
        }
        if (entries.stream().allMatch(entry -> entry.javadoc().isBlank())) {
            lines.addAll(Line.of(Tone.QUIET, without(entries)).wrap(width));
        }
        return lines;
    }

    private static String without(List<Entry> entries) {
        boolean sdk = entries.stream().noneMatch(entry -> entry.signature().startsWith("java."));
        return "Its documentation is not at hand: it comes from sources, the JDK's (src.zip in its lib folder)"
                + (sdk ? " and the SDK's (README says how to fetch them)." : ".");
    }

    /** Without the exceptions, which are many and take the room of what is asked for. */
    static String shortened(String signature) {
        return signature.replaceFirst("(?s)\\) throws .*", ")");
    }
}
