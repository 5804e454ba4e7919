package dojo.workbench.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value taken apart as its text shows it: the elements of a list, the fields of a record or a map, the lines of a text.
 *
 * @param labels the name of each cell; empty for lists and lines, whose cells have numbers
 */
record Cells(List<String> labels, List<String> values) {
    private static final Pattern LIST = Pattern.compile("\\[(.*)]", Pattern.DOTALL);
    private static final Pattern FIELDS = Pattern.compile("(?:\\{(.*)}|[A-Z]\\w*\\[(.*)])", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("(\\w+)=(.*)", Pattern.DOTALL);

    Cells {
        labels = List.copyOf(labels);
        values = List.copyOf(values);
    }

    static Cells of(String text) {
        String whole = text.strip();
        Matcher list = LIST.matcher(whole);
        Matcher fields = FIELDS.matcher(whole);
        if (list.matches()) {
            return new Cells(List.of(), split(list.group(1)));
        } else if (fields.matches()) {
            String inside = Optional.ofNullable(fields.group(1)).orElseGet(() -> fields.group(2));
            return fields(split(inside)).orElse(new Cells(List.of(), List.of(whole)));
        }
        return new Cells(List.of(), whole.lines().toList());
    }

    boolean isLabelled() {
        return !labels.isEmpty();
    }

    int count() {
        return values.size();
    }

    private static Optional<Cells> fields(List<String> parts) {
        List<String> labels = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String part : parts) {
            Matcher field = FIELD.matcher(part);
            if (field.matches()) {
                labels.add(field.group(1));
                values.add(field.group(2));
            } else if (values.isEmpty()) {
                return Optional.empty();
            } else { // The comma was one of the value's own.
                int last = values.size() - 1;
                values.set(last, values.get(last) + ", " + part);
            }
        }
        return Optional.of(new Cells(labels, values));
    }

    /** Splits at commas outside brackets; where an element has a line of its own, only at those that end a line. */
    private static List<String> split(String text) {
        List<String> ofLines = split(text, ",\n");
        return ofLines.size() > 1 ? ofLines.stream().map(String::strip).toList() : split(text, ", ");
    }

    private static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "[{(".indexOf(c) >= 0 ? 1 : "]})".indexOf(c) >= 0 ? -1 : 0;
            if (depth <= 0 && text.startsWith(separator, i)) {
                parts.add(text.substring(from, i));
                from = i + separator.length();
            }
        }
        if (!text.isEmpty()) {
            parts.add(text.substring(from));
        }
        return parts;
    }
}
