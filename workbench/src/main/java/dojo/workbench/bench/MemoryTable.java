package dojo.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The designs and their figures, one line each.
 *
 * @param setting what was measured
 * @param designs what came out
 */
record MemoryTable(JsonNode setting, List<JsonNode> designs) {
    private static final List<String> HEAD = List.of(
            "",
            "                                   write    read             KB  $ per M   times    strong   times  turns/s",
            "                                   units   units  calls   moved    turns    ours     loads    ours  at most");

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "A chat turn: %,d bytes asked, %,d answered, the latest %d messages loaded; about %d turns held,",
                setting.path("questionBytes").asInt(),
                setting.path("answerBytes").asInt(),
                setting.path("window").asInt(),
                setting.path("held").asInt()));
        lines.add(String.format(
                Locale.ROOT,
                "one every %d s for %d minutes on the lab's clock. Ours may take %s write and %s read units.",
                setting.path("secondsBetweenTurns").asInt(),
                setting.path("minutes").asInt(),
                setting.path("mostWriteUnits").asText(),
                setting.path("mostReadUnits").asText()));
        lines.addAll(HEAD);
        designs.forEach(design -> lines.add(row(design)));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Ours notes activity once in a quarter of an hour: with a turn every %d s it takes %.2f write units.",
                setting.path("secondsOfSlowTurns").asInt(),
                setting.path("writeUnitsOfSlowTurns").asDouble()));
        lines.add("Reads, and what is promised, are eventually consistent, but for the two columns of strong loads.");
        lines.add("Turns/s: what fits through one session, which is one range of keys (1,000 write and 3,000 read");
        lines.add("units a second).");
        lines.add(setting.path("prices").asText());
        return lines;
    }

    private static String row(JsonNode design) {
        JsonNode eventual = design.path("eventual");
        JsonNode strong = design.path("strong");
        return String.format(
                Locale.ROOT,
                "  %-30s %7.2f %7.2f %6.1f %7.1f %8.2f %6.1fx %9.2f %6.1fx %8.0f%s",
                design.path("design").asText(),
                eventual.path("writeUnits").asDouble(),
                eventual.path("readUnits").asDouble(),
                eventual.path("requests").asDouble(),
                eventual.path("bytes").asDouble() / 1_024,
                eventual.path("dollarsAMillionTurns").asDouble(),
                eventual.path("timesOurs").asDouble(),
                strong.path("dollarsAMillionTurns").asDouble(),
                strong.path("timesOurs").asDouble(),
                eventual.path("mostTurnsASecond").asDouble(),
                promised(design.path("atLeastTimesOurs").asInt()));
    }

    private static String promised(int times) {
        return times == 0 ? "" : "  (at least " + times + "x)";
    }
}
