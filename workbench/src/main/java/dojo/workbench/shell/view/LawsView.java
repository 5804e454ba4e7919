package dojo.workbench.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;

/** Which laws hold, and what became of the tables when they changed. Pure. */
public final class LawsView {
    private static final int NAME = 13;

    private LawsView() {}

    /** All laws, with what each does. */
    public static List<Line> lines(JsonNode answer, int width) {
        String name = answer.path("name").asText();
        Line head = Line.of("Laws: ").and(Tone.TITLE, name);
        head = switch (name) {
            case "off" -> head.and(", DynamoDB Local as it is.");
            case "real" -> head.and(", as in the service.");
            case "chaos" -> head.and(", set so that their consequences are met often.");
            default -> head.and(", some of them, or with settings of their own.");
        };
        var lines = new ArrayList<>(
                head.and(Tone.QUIET, " Seed " + answer.path("seed").asText() + ".")
                        .wrap(width));
        for (JsonNode law : answer.path("laws")) {
            boolean holds = law.path("holds").asBoolean();
            lines.addAll(Line.of(holds ? Tone.GOOD : Tone.QUIET, holds ? "  on   " : "  off  ")
                    .and(
                            holds ? Tone.TITLE : Tone.QUIET,
                            Fold.padded(law.path("name").asText(), NAME))
                    .and(holds ? Tone.PLAIN : Tone.QUIET, law.path("says").asText())
                    .wrap(width, 7 + NAME));
        }
        lines.addAll(Line.of(
                        Tone.QUIET,
                        "/laws real, /laws capacity off and /laws FILE change them; /laws capacity shows"
                                + " how one is set.")
                .wrap(width));
        return lines;
    }

    /** What switching did, then the laws. */
    public static List<Line> switched(JsonNode answer, int width) {
        if (!answer.path("changed").asBoolean()) {
            var lines = new ArrayList<>(
                    Line.of("Nothing changed: it was so already.").wrap(width));
            lines.addAll(lines(answer, width));
            return lines;
        }
        long tables = answer.path("tables").asLong();
        long items = answer.path("items").asLong();
        var lines = new ArrayList<>(lines(answer, width));
        lines.addAll(Line.of("A fresh lab took over. Copied: " + tables + (tables == 1 ? " table, " : " tables, ")
                        + Sizes.number(items) + (items == 1 ? " item." : " items.")
                        + " ddb, your variables, the clock and the bill go on.")
                .wrap(width));
        lines.addAll(Line.of(
                        Tone.NOTE,
                        "Not copied: records of streams, tokens of transactions, what lagged behind, use"
                                + " and throttles of partitions, and the trace. Tables count as an hour old or more.")
                .wrap(width));
        return lines;
    }

    /** How one law is set, as a laws file says it. */
    public static List<Line> law(JsonNode answer, int width) {
        var lines = new ArrayList<Line>();
        for (JsonNode line : answer.path("lines")) {
            String text = line.asText();
            boolean comment = text.startsWith("#");
            lines.addAll(Line.of(comment ? Tone.QUIET : Tone.CODE, text).wrap(width, comment ? 2 : 0));
        }
        return lines;
    }
}
