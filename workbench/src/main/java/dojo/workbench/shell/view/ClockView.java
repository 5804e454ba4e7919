package dojo.workbench.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What time it is in the lab, and what came about on the way there. Pure. */
public final class ClockView {
    private static final int MOST_EACH = 5;

    private ClockView() {}

    public static List<Line> lines(JsonNode answer, int width) {
        var lines = new ArrayList<Line>();
        Line head =
                Line.of("In the lab it is ").and(Tone.TITLE, answer.path("now").asText());
        Duration passed = Duration.between(
                Instant.parse(answer.path("before").asText()),
                Instant.parse(answer.path("now").asText()));
        boolean moved = answer.has("happened");
        lines.addAll((moved ? head.and(", " + words(passed) + " later.") : head.and(".")).wrap(width));
        if (moved) {
            events(answer, width, lines);
            each("has its throughput back: ", answer.path("refilled"), width, lines);
            each("caught up: ", answer.path("arrived"), width, lines);
            if (lines.size() == 1) {
                lines.addAll(Line.of("Nothing was due.").wrap(width));
            }
        }
        each("still lags: ", answer.path("behind"), width, lines);
        each("out of throughput: ", answer.path("spent"), width, lines);
        if (!moved) {
            lines.addAll(Line.of(
                            Tone.QUIET,
                            "It stands still while you type; requests move it if the law of pace holds, and"
                                    + " /clock +3h does. /clock now goes to the time on the wall.")
                    .wrap(width));
        }
        return lines;
    }

    /** By law, in the order in which each first did something. */
    private static void events(JsonNode answer, int width, List<Line> lines) {
        Map<String, List<String>> byLaw = new LinkedHashMap<>();
        for (JsonNode event : answer.path("happened")) {
            byLaw.computeIfAbsent(event.path("law").asText(), law -> new ArrayList<>())
                    .add(event.path("words").asText());
        }
        int told = answer.path("happened").size();
        byLaw.forEach((law, words) -> {
            lines.addAll(
                    Line.of(Tone.TITLE, law).and(": " + summary(law, words)).wrap(width, 2));
            words.stream()
                    .limit(MOST_EACH)
                    .forEach(text ->
                            lines.addAll(Line.of("  " + Fold.printable(text)).wrap(width, 4)));
            if (words.size() > MOST_EACH) {
                lines.add(Line.of(Tone.QUIET, "  and " + (words.size() - MOST_EACH) + " more"));
            }
        });
        int more = answer.path("events").asInt() - told;
        if (more > 0) {
            lines.add(Line.of(Tone.QUIET, "and " + Sizes.number(more) + " more events"));
        }
    }

    private static String summary(String law, List<String> words) {
        long deleted =
                words.stream().filter(text -> text.contains(" is deleted, ")).count();
        if (law.endsWith("expiry") && deleted > 0) {
            return deleted + (deleted == 1 ? " expired item was deleted" : " expired items were deleted");
        }
        return words.size() + (words.size() == 1 ? " event" : " events");
    }

    private static void each(String what, JsonNode all, int width, List<Line> lines) {
        int shown = 0;
        for (JsonNode one : all) {
            if (++shown <= MOST_EACH) {
                lines.addAll(Line.of(Tone.QUIET, what).and(one.asText()).wrap(width, 2));
            }
        }
        if (shown > MOST_EACH) {
            lines.add(Line.of(Tone.QUIET, "and " + (shown - MOST_EACH) + " more"));
        }
    }

    /** {@code 3 h}, {@code 2 d 4 h}, {@code 500 ms}: the two largest parts. */
    static String words(Duration duration) {
        long[] amounts = {
            duration.toDays(),
            duration.toHoursPart(),
            duration.toMinutesPart(),
            duration.toSecondsPart(),
            duration.toMillisPart()
        };
        String[] units = {"d", "h", "min", "s", "ms"};
        var parts = new ArrayList<String>();
        for (int i = 0; i < units.length && parts.size() < 2; i++) {
            if (amounts[i] > 0) {
                parts.add(amounts[i] + " " + units[i]);
            }
        }
        return parts.isEmpty() ? "0 ms" : String.join(" ", parts);
    }
}
