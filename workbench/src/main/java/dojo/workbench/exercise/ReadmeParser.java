package dojo.workbench.exercise;

import dojo.lab.bill.Bill;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the small part of AsciiDoc that exercises are written in. Used once per text; not thread-safe. */
final class ReadmeParser {
    private static final Pattern ATTRIBUTE = Pattern.compile(":([a-z][a-z0-9-]*):(?:\\s+(.*))?");
    private static final String HINTS = "Hints";

    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, StringBuilder> sections = new LinkedHashMap<>();
    private final List<StringBuilder> hints = new ArrayList<>();
    private final StringBuilder incident = new StringBuilder();
    private @Nullable String title;
    private @Nullable String section;
    private boolean inHeader = true;
    private boolean inBlock;

    private ReadmeParser() {}

    /**
     * The parsed text.
     *
     * @throws BrokenReadme with a sentence when a part that the workbench needs is missing or unreadable
     */
    static Readme parse(String text) {
        ReadmeParser parser = new ReadmeParser();
        text.lines().map(String::stripTrailing).forEach(parser::line);
        return parser.finished();
    }

    private void line(String line) {
        if (!inBlock && line.startsWith("//") && !line.startsWith("////")) {
            return;
        }
        if (title == null) {
            title(line);
        } else if (inHeader && attribute(line)) {
            return;
        } else {
            inHeader = false;
            body(line);
        }
    }

    private void title(String line) {
        if (line.startsWith("= ")) {
            title = line.substring(2).strip();
        } else if (!line.isBlank()) {
            throw new BrokenReadme("starts with \"" + line + "\"; the first line must be the title, \"= Title\"");
        }
    }

    private boolean attribute(String line) {
        Matcher matcher = ATTRIBUTE.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        String value = matcher.group(2);
        attributes.put(matcher.group(1), value == null ? "" : value.strip());
        return true;
    }

    private void body(String line) {
        if (line.equals("----")) {
            inBlock = !inBlock;
        }
        if (!inBlock && line.startsWith("== ")) {
            section = line.substring(3).strip();
            sections.putIfAbsent(section, new StringBuilder());
        } else if (section == null) {
            incident.append(line).append('\n');
        } else if (section.equals(HINTS)) {
            hint(line);
        } else {
            sections.computeIfAbsent(section, name -> new StringBuilder())
                    .append(line)
                    .append('\n');
        }
    }

    private void hint(String line) {
        if (!inBlock && line.startsWith(". ")) {
            hints.add(new StringBuilder(line.substring(2).strip()).append('\n'));
        } else if (!hints.isEmpty()) {
            hints.get(hints.size() - 1).append(line).append('\n');
        }
    }

    private Readme finished() {
        if (title == null) {
            throw new BrokenReadme("is empty; the first line must be the title, \"= Title\"");
        }
        if (inBlock) {
            throw new BrokenReadme("opens a ---- block and never closes it");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        sections.forEach((name, text) -> texts.put(name, text.toString().strip()));
        texts.remove(HINTS);
        Kind kind = kind();
        return new Readme(
                title,
                attributes,
                incident.toString().strip(),
                texts,
                hints.stream().map(hint -> hint.toString().strip()).toList(),
                kind,
                (int) number("level", 1, 5),
                (int) number("minutes", 1, 600),
                kind.isPriced() || attributes.containsKey("par-requests") ? par() : Bill.ZERO);
    }

    private Kind kind() {
        String value = required("kind");
        return Kind.of(value)
                .orElseThrow(() -> new BrokenReadme("says \":kind: " + value + "\"; kinds are " + Kind.words()));
    }

    private Bill par() {
        return new Bill(
                (int) number("par-requests", 0, 1_000_000),
                number("par-read-units", 0, 1e9),
                number("par-write-units", 0, 1e9));
    }

    private double number(String name, double least, double most) {
        String value = required(name);
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, together with a number out of range.
        }
        throw new BrokenReadme("says \":" + name + ": " + value + "\"; a number from " + Math.round(least) + " to "
                + Math.round(most) + " belongs there");
    }

    private String required(String name) {
        String value = attributes.get(name);
        if (value == null || value.isEmpty()) {
            throw new BrokenReadme("has no \":" + name + ":\" line below its title; add one");
        }
        return value;
    }

    /** Carries the sentence out of the parser; the catalogue turns it into a problem. */
    static final class BrokenReadme extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenReadme(String sentence) {
            super(sentence);
        }
    }
}
