package dojo.workbench.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.lab.HeatView;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where the traffic of the last seconds went: partitions, their share, what they refused, the busiest keys. Pure. */
public final class HeatPanel {
    private static final int MOST_KEYS = 5;
    private static final int MOST_ROWS = 30;
    private static final int LEAST_NAME = 7;
    private static final int MOST_NAME = 28;
    private static final int SHORT_BAR = 8;
    private static final int LONG_BAR = 24;

    /** From here on there is room for rates, and from there on for a long bar. */
    private static final int RATES = 72;

    private static final int WIDE = 110;
    private static final String HEADS = "   use traffic throttled";

    private static final String HOTTEST = "  hottest key";

    /** What a key has at least beside a long name, if it is that long. */
    private static final int MOST_KEY = 22;

    private final int width;
    private final int bar;
    private final int name;
    private final boolean rates;

    /** A name takes what it needs, and leaves a key what that needs, within reason. */
    private HeatPanel(int width, int longest, int longestKey) {
        this.width = width;
        rates = width >= RATES;
        bar = width >= WIDE ? LONG_BAR : SHORT_BAR;
        int key = Math.max(HOTTEST.length(), Math.min(MOST_KEY, longestKey + 2));
        int taken = bar + 1 + HEADS.length() + (rates ? 16 : 0);
        name = Math.max(LEAST_NAME, Math.min(Math.min(longest, MOST_NAME), width - taken - (rates ? key : 0)));
    }

    public static List<Line> lines(JsonNode heat, int width) {
        if (heat.path("partitions").isEmpty()) {
            return Line.of(
                            "No table was used yet under these laws, so there is no heat; write or read something first.")
                    .wrap(width);
        }
        List<JsonNode> shown = inUse(heat).stream().limit(MOST_ROWS).toList();
        int longest = shown.stream()
                .mapToInt(
                        partition -> HeatView.name(partition, MOST_NAME).strip().length())
                .max()
                .orElse(LEAST_NAME);
        int longestKey = shown.stream()
                .mapToInt(partition -> partition.path("hottestKey").asText().length())
                .max()
                .orElse(0);
        return new HeatPanel(width, Math.max(longest, "partition".length()), longestKey).lines(heat, shown);
    }

    private static List<JsonNode> inUse(JsonNode heat) {
        var busy = new ArrayList<JsonNode>();
        for (JsonNode partition : heat.path("partitions")) {
            if (traffic(partition) > 0 || partition.path("throttles").asLong() > 0) {
                busy.add(partition);
            }
        }
        return busy;
    }

    private List<Line> lines(JsonNode heat, List<JsonNode> shown) {
        Map<String, Double> sums = new HashMap<>();
        heat.path("partitions").forEach(partition -> sums.merge(owner(partition), traffic(partition), Double::sum));
        var lines = new ArrayList<Line>();
        if (!shown.isEmpty()) {
            lines.add(head());
        }
        for (JsonNode partition : shown) {
            double sum = sums.getOrDefault(owner(partition), 0.0);
            lines.add(row(partition, sum == 0 ? 0 : traffic(partition) / sum));
        }
        lines.addAll(quiet(heat.path("partitions").size() - shown.size(), shown.isEmpty()));
        keys(heat, lines);
        return lines;
    }

    private List<Line> quiet(int count, boolean all) {
        return count == 0
                ? List.of()
                : Line.of(
                                Tone.QUIET,
                                count + (all ? "" : " more") + (count == 1 ? " partition" : " partitions")
                                        + " without traffic in the last ten seconds of the lab's clock")
                        .wrap(width);
    }

    private Line head() {
        Line head = Line.of(
                Tone.TITLE,
                Fold.padded(Fold.cut("partition", name), name) + " " + Fold.padded("of limit", bar) + HEADS);
        return rates ? head.and(Tone.TITLE, "    RU/s    WU/s" + HOTTEST) : head;
    }

    /** The numbers say the same as the bar: neither colour nor block is needed to read it. */
    private Line row(JsonNode partition, double share) {
        double use = HeatView.use(partition);
        long throttles = partition.path("throttles").asLong();
        Line row = Line.of(HeatView.name(partition, name) + " ").and(HeatView.bar(use, bar));
        String numbers =
                String.format(Locale.ROOT, " %4.0f%% %6.0f%% %9s", 100 * use, 100 * share, Sizes.number(throttles));
        row = row.and(throttles > 0 ? Tone.BAD : Tone.PLAIN, numbers);
        if (!rates) {
            return row;
        }
        row = row.and(String.format(
                Locale.ROOT,
                " %7.0f %7.0f",
                partition.path("readUnits").asDouble(),
                partition.path("writeUnits").asDouble()));
        String key = Fold.printable(partition.path("hottestKey").asText());
        return key.isEmpty() ? row : row.and(Tone.QUIET, "  " + Fold.cut(key, Math.max(4, width - row.columns() - 2)));
    }

    private void keys(JsonNode heat, List<Line> lines) {
        var keys = new ArrayList<JsonNode>();
        heat.path("keys").forEach(keys::add);
        keys.sort((a, b) ->
                Double.compare(b.path("units").asDouble(), a.path("units").asDouble()));
        if (!keys.isEmpty()) {
            lines.addAll(Line.of(Tone.TITLE, "Busiest keys")
                    .and(Tone.QUIET, " since these laws hold, in units (writes count three times)")
                    .wrap(width, 2));
        }
        for (JsonNode key : keys.subList(0, Math.min(MOST_KEYS, keys.size()))) {
            String index = key.path("index").asText();
            String where = key.path("table").asText() + (index.isEmpty() ? "" : "/" + index);
            String units =
                    String.format(Locale.ROOT, "%,9.0f  ", key.path("units").asDouble());
            Line line =
                    Line.of(units).and(Fold.cut(Fold.printable(key.path("key").asText()), width / 2));
            lines.add(line.and(Tone.QUIET, "  " + Fold.cut(where, Math.max(4, width - line.columns() - 2))));
        }
    }

    private static double traffic(JsonNode partition) {
        return partition.path("readUnits").asDouble()
                + 3 * partition.path("writeUnits").asDouble();
    }

    private static String owner(JsonNode partition) {
        return partition.path("table").asText() + "/" + partition.path("index").asText();
    }
}
