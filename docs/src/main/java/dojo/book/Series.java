package dojo.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Numbers that an exhibit recorded to be drawn.
 *
 * @param name what the exhibit calls it; with the id of the exhibit before it, what the book includes
 * @param basis where all its numbers come from
 * @param shape how it is drawn: {@code bars}, {@code lines} or {@code heat}
 * @param title what is drawn
 * @param saying what is to be seen, for those who see it and for those who do not
 * @param across the axis of the points
 * @param along the axis of the numbers; of a heat map, what its rows are
 * @param rows what each number of a point is
 * @param points what was recorded, in the order of recording
 */
record Series(
        String name,
        ExhibitRecord.Basis basis,
        String shape,
        String title,
        String saying,
        String across,
        String along,
        List<String> rows,
        List<Point> points) {

    static final List<String> SHAPES = List.of("bars", "lines", "heat");

    /** One place on the axis across, with a number for each row. */
    record Point(String at, List<Double> values) {}

    /** Reads {@code chart.NAME=basis|shape|title|saying|across|along|row|…}, and below it {@code chart.NAME.at=1|…}. */
    static List<Series> parse(List<String> lines) {
        var all = new ArrayList<Series>();
        for (String line : lines) {
            if (line.startsWith("chart.")) {
                int equals = line.indexOf('=');
                String key = line.substring("chart.".length(), equals);
                List<String> parts = Arrays.asList(line.substring(equals + 1).split("\\|", -1));
                int dot = key.indexOf('.');
                if (dot < 0) {
                    all.add(headed(key, parts));
                } else {
                    List<Double> values =
                            parts.stream().map(Double::parseDouble).toList();
                    all.get(all.size() - 1).points.add(new Point(key.substring(dot + 1), values));
                }
            }
        }
        return all;
    }

    private static Series headed(String name, List<String> head) {
        return new Series(
                name,
                ExhibitRecord.Basis.named(head.get(0)),
                head.get(1),
                head.get(2),
                head.get(3),
                head.get(4),
                head.get(5),
                head.subList(6, head.size()),
                new ArrayList<>());
    }

    /** Why this cannot be drawn for everybody; empty if it can. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        if (title.isBlank()) {
            faults.add("has no title");
        }
        if (saying.length() < 40) {
            faults.add("does not say what is to be seen");
        }
        if (!SHAPES.contains(shape)) {
            faults.add("is no shape: " + shape);
        }
        if (points.size() < 2 || points.stream().anyMatch(point -> point.values.size() != rows.size())) {
            faults.add("has not two points, or a point without a number for each of " + rows);
        }
        return faults;
    }

    /** The numbers themselves, as a table in AsciiDoc. */
    String table() {
        var text =
                new StringBuilder("[.chart-data,options=\"header\",cols=\"%d*>\"]\n|===\n".formatted(rows.size() + 1));
        text.append('|').append(across);
        rows.forEach(row -> text.append(" |").append(row));
        text.append("\n\n");
        for (Point point : points) {
            text.append('|').append(point.at);
            point.values.forEach(value -> text.append(" |").append(plain(value)));
            text.append('\n');
        }
        return text.append("|===\n\n").toString();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : String.valueOf(value);
    }
}
