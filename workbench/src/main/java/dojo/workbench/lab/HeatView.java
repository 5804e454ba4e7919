package dojo.workbench.lab;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The partitions of a lab as a heat map: a bar for each, as long as the part of its limit that is used.
 *
 * <p>The lab says what the limit is: that of a partition, or the provisioned throughput of its table if that is less. A
 * burst goes beyond it.
 */
public final class HeatView {
    private static final int NAME = 24;
    private static final int BAR = 20;
    private static final int SHORT_BAR = 8;

    /** On a narrower screen the bar is short. */
    private static final int WIDE = 92;

    /** On a narrower screen there are no units a second, and the name has what is left. */
    private static final int MIDDLING = 79;

    private static final int BESIDE_THE_NAME = 33;
    private static final int SHORTEST_NAME = 7;
    private static final int MOST = 30;
    private static final double WARM = 0.5;
    private static final double HOT = 0.9;

    private HeatView() {}

    /** A line for each partition that is in use or has refused something; the others are counted. */
    public static List<Line> lines(JsonNode report, int width) {
        List<Line> lines = new ArrayList<>();
        int quiet = 0;
        for (JsonNode partition : report.path("partitions")) {
            boolean idle = use(partition) == 0 && partition.path("throttles").asLong() == 0;
            if (idle || lines.size() == MOST) {
                quiet++;
            } else {
                lines.add(line(partition, width));
            }
        }
        if (quiet > 0) {
            lines.add(Line.of(Tone.QUIET, "  and " + quiet + (quiet == 1 ? " quiet partition" : " quiet partitions")));
        }
        return lines;
    }

    /** One partition. */
    static Line line(JsonNode partition, int width) {
        int bar = width < WIDE ? SHORT_BAR : BAR;
        int columns = Math.max(SHORTEST_NAME, Math.min(NAME, width - BESIDE_THE_NAME));
        double use = use(partition);
        // The numbers say the same as the bar: neither colour nor block is needed to read it.
        Line line = Line.of("  " + name(partition, columns) + " ").and(bar(use, bar));
        if (width >= MIDDLING) {
            line = line.and(String.format(
                    Locale.ROOT,
                    " %5.0f RU/s %5.0f WU/s",
                    partition.path("readUnits").asDouble(),
                    partition.path("writeUnits").asDouble()));
        }
        line = line.and(String.format(Locale.ROOT, " %3.0f %%", use * 100));
        long throttles = partition.path("throttles").asLong();
        if (throttles > 0) {
            line = line.and(Tone.BAD, " " + throttles + " throttled");
        }
        String key = partition.path("hottestKey").asText();
        int left = width - line.columns() - 1;
        return key.isEmpty() || left < 8 ? line : line.and(Tone.QUIET, " " + cut(key, left));
    }

    /** A bar of so many columns, as full as the part of the limit that is used. */
    public static Line bar(double use, int columns) {
        int full = (int) Math.min(columns, Math.ceil(use * columns));
        Tone tone = use >= HOT ? Tone.BAD : use >= WARM ? Tone.NOTE : Tone.GOOD;
        return Line.of(tone, "#".repeat(full)).and(Tone.QUIET, ".".repeat(columns - full));
    }

    /** The number of the partition stays when the name of the table is too long. */
    public static String name(JsonNode partition, int columns) {
        String number = " " + partition.path("partition").asInt();
        String name = partition.path("table").asText()
                + (partition.has("index") ? "/" + partition.path("index").asText() : "");
        String text = cut(name, columns - number.length()) + number;
        return text + " ".repeat(Math.max(0, columns - text.length()));
    }

    /** The busier of reads and writes, as a part of what the partition can serve. */
    public static double use(JsonNode partition) {
        return Math.max(
                partition.path("readUnits").asDouble()
                        / partition.path("readLimit").asDouble(),
                partition.path("writeUnits").asDouble()
                        / partition.path("writeLimit").asDouble());
    }

    private static String cut(String text, int columns) {
        return text.length() <= columns ? text : text.substring(0, columns - 1) + "~";
    }
}
