package dojo.exhibits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** A series for a chart: named, titled, said in words, and a row of numbers at each point. */
public final class Plot {

    private final String head;
    private final String name;
    private final Map<String, double[]> points = new LinkedHashMap<>();

    private Plot(String name, String head) {
        this.name = name;
        this.head = head;
    }

    /** Bars at each point, one row on the other. */
    public static Titled bars(String name) {
        return new Titled(name, "bars");
    }

    /** A line for each row. */
    public static Titled lines(String name) {
        return new Titled(name, "lines");
    }

    /** A cell for each row and point, darker for more. */
    public static Titled heat(String name) {
        return new Titled(name, "heat");
    }

    /**
     * A chart that has to say what it is.
     *
     * @param name what the book includes it by, after the id of the exhibit
     * @param shape how it is drawn
     */
    public record Titled(String name, String shape) {

        /**
         * Says what everybody has to know.
         *
         * @param title what is drawn
         * @param saying what is to be seen, for those who cannot see it
         * @param axes the axis of the points, the axis of the numbers, and a name for each row
         */
        public Plot titled(String title, String saying, String... axes) {
            return new Plot(name, String.join("|", shape, title, saying) + "|" + String.join("|", axes));
        }
    }

    /** The numbers at one point, in the order of the rows. */
    public Plot at(Object point, double... values) {
        points.put(String.valueOf(point), values);
        return this;
    }

    Map<String, String> record(String basis) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("chart." + name, basis + "|" + head);
        points.forEach((point, values) -> lines.put("chart." + name + "." + point, row(values)));
        return lines;
    }

    private static String row(double[] values) {
        List<String> numbers = DoubleStream.of(values)
                .mapToObj(value -> value == Math.rint(value)
                        ? String.format(Locale.ROOT, "%d", (long) value)
                        : String.valueOf(value))
                .toList();
        return String.join("|", numbers);
    }
}
