package dojo.workbench.lab;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;

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
    private String said = "";

    /** @param drawn whether the screen can be cleared and drawn anew */
    public LiveView(Screen screen, List<Line> greeting, boolean drawn) {
        this.screen = screen;
        this.greeting = greeting;
        this.drawn = drawn;
        screen.print(greeting);
    }

    /** Shows the report of a moment. */
    public void show(JsonNode heat) {
        List<Line> lines = HeatView.lines(heat, screen.width());
        if (drawn && !lines.equals(shown)) {
            List<Line> all = new ArrayList<>(greeting);
            all.add(Line.EMPTY);
            all.add(Line.of(Tone.TITLE, "Partitions"));
            all.addAll(lines);
            screen.clear();
            screen.print(all);
        } else if (!drawn && !worthALine(heat).equals(said)) {
            said = worthALine(heat);
            screen.print(lines);
        }
        shown = lines;
    }

    private static String worthALine(JsonNode heat) {
        StringBuilder worth = new StringBuilder();
        for (JsonNode partition : heat.path("partitions")) {
            worth.append(partition.path("table").asText())
                    .append(' ')
                    .append(partition.path("throttles").asLong())
                    .append('\n');
        }
        return worth.toString();
    }
}
