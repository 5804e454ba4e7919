package dojo.workbench.lab;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The partitions of a lab as a heat map: a bar for each, as long as the part of its own limit that is used.
 *
 * <p>A partition serves 3,000 read units and 1,000 write units a second
 * (<a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html">page</a>).
 */
public final class HeatView {
    private static final double READS = 3_000;
    private static final double WRITES = 1_000;
    private static final int BAR = 20;
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

    private static Line line(JsonNode partition, int width) {
        double use = use(partition);
        int full = (int) Math.min(BAR, Math.ceil(use * BAR));
        Tone tone = use >= HOT ? Tone.BAD : use >= WARM ? Tone.NOTE : Tone.GOOD;
        String name = partition.path("table").asText()
                + (partition.has("index") ? "/" + partition.path("index").asText() : "")
                + " " + partition.path("partition").asInt();
        // The numbers say the same as the bar: neither colour nor block is needed to read it.
        Line line = Line.of(String.format("  %-24s ", cut(name, 24)))
                .and(tone, "#".repeat(full))
                .and(Tone.QUIET, ".".repeat(BAR - full))
                .and(String.format(
                        Locale.ROOT,
                        " %5.0f RU/s %5.0f WU/s %3.0f %%",
                        partition.path("readUnits").asDouble(),
                        partition.path("writeUnits").asDouble(),
                        use * 100));
        long throttles = partition.path("throttles").asLong();
        if (throttles > 0) {
            line = line.and(Tone.BAD, " " + throttles + " throttled");
        }
        String key = partition.path("hottestKey").asText();
        int left = width - line.columns() - 1;
        return key.isEmpty() || left < 8 ? line : line.and(Tone.QUIET, " " + cut(key, left));
    }

    /** The busier of reads and writes, as a part of what the partition can serve. */
    private static double use(JsonNode partition) {
        return Math.max(
                partition.path("readUnits").asDouble() / READS,
                partition.path("writeUnits").asDouble() / WRITES);
    }

    private static String cut(String text, int columns) {
        return text.length() <= columns ? text : text.substring(0, columns - 1) + "~";
    }
}
