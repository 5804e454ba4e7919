package dojo.workbench.lab;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the terminal shows while a lab is served.
 *
 * <p>A terminal is drawn anew whenever something changed; anything else gets a line for each change worth a line: a
 * partition that refuses more than it did, or a table with more partitions than it had.
 */
public final class LiveView {
    private final Screen screen;
    private final List<Line> greeting;
    private final boolean drawn;
    private List<Line> shown = List.of();
    private final Map<String, Map<Integer, Long>> refused = new HashMap<>();

    /** @param drawn whether the screen can be cleared and drawn anew */
    public LiveView(Screen screen, List<Line> greeting, boolean drawn) {
        this.screen = screen;
        this.greeting = greeting;
        this.drawn = drawn;
        screen.print(greeting);
    }

    /** Shows the report of a moment. */
    public void show(JsonNode heat) {
        if (!drawn) {
            screen.print(worthALine(heat));
            return;
        }
        List<Line> lines = HeatView.lines(heat, screen.width());
        if (!lines.equals(shown)) {
            List<Line> all = new ArrayList<>(greeting);
            all.add(Line.EMPTY);
            all.add(Line.of(Tone.TITLE, "Partitions"));
            all.addAll(lines);
            screen.clear();
            screen.print(all);
        }
        shown = lines;
    }

    private List<Line> worthALine(JsonNode heat) {
        List<Line> worth = new ArrayList<>();
        Set<String> known = Set.copyOf(refused.keySet());
        for (JsonNode partition : heat.path("partitions")) {
            String name = partition.path("table").asText() + "/"
                    + partition.path("index").asText();
            long throttles = partition.path("throttles").asLong();
            Long before = refused.computeIfAbsent(name, unseen -> new HashMap<>())
                    .put(partition.path("partition").asInt(), throttles);
            boolean split = before == null && known.contains(name);
            if (split || throttles > (before == null ? 0 : before)) {
                worth.add(HeatView.line(partition, screen.width()));
            }
        }
        return worth;
    }
}
