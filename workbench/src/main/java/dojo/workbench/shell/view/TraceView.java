package dojo.workbench.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the laws did to requests. Pure. */
public final class TraceView {
    private static final int MOST_CALLS = 20;

    private TraceView() {}

    /** Below the bill of a snippet that met a law. */
    public static Line hint(int requests) {
        return Line.of(Tone.NOTE, "A law met " + requests + (requests == 1 ? " request" : " of these requests"))
                .and(Tone.QUIET, "; /trace shows it, /trace why explains the latest.");
    }

    /** The requests, those that a law met first of all. */
    public static List<Line> lines(JsonNode trace, int width) {
        var calls = new ArrayList<JsonNode>();
        trace.path("calls").forEach(calls::add);
        var lines = new ArrayList<Line>();
        if (calls.isEmpty()) {
            return Line.of(
                            "There is nothing to trace: the latest snippet asked nothing of the lab. /trace 10 shows the ten"
                                    + " latest requests.")
                    .wrap(width);
        }
        summary(calls, trace.path("laws").asText()).wrap(width).forEach(lines::add);
        if (calls.size() <= MOST_CALLS) {
            calls.forEach(call -> lines.addAll(call(call, 1, width)));
        } else {
            alike(calls).forEach(group -> lines.addAll(call(group.get(group.size() - 1), group.size(), width)));
        }
        lines.addAll(meanwhile(trace.path("alone"), width));
        return lines;
    }

    /** What laws did that concerned no request of these; of each law the latest. */
    private static List<Line> meanwhile(JsonNode events, int width) {
        Map<String, List<JsonNode>> byLaw = new LinkedHashMap<>();
        events.forEach(event -> byLaw.computeIfAbsent(event.path("law").asText(), law -> new ArrayList<>())
                .add(event));
        var lines = new ArrayList<Line>();
        byLaw.forEach((law, all) -> {
            Line line = Line.of(Tone.QUIET, "meanwhile ").and(decision(all.get(all.size() - 1)));
            lines.addAll((all.size() == 1 ? line : line.and(Tone.QUIET, ", the last of " + all.size())).wrap(width, 4));
        });
        return lines;
    }

    /** The latest request that a law met, explained; empty if there is none. */
    public static Optional<List<Line>> why(JsonNode trace, Map<String, String> laws, int width) {
        JsonNode latest = null;
        for (JsonNode call : trace.path("calls")) {
            latest = isMet(call) ? call : latest;
        }
        if (latest == null) {
            return Optional.empty();
        }
        var lines = new ArrayList<>(call(latest, 1, width));
        String message = latest.path("message").asText();
        if (!message.isEmpty()) {
            lines.addAll(Line.of("  The client was told: ")
                    .and(Tone.CODE, Fold.printable(message))
                    .wrap(width, 4));
        }
        for (JsonNode line : latest.path("lines")) {
            String law = line.path("law").asText();
            String bare = law.substring(law.lastIndexOf(' ') + 1);
            if (laws.containsKey(bare)) {
                lines.addAll(Line.of("  The law of " + bare + ": ")
                        .and(laws.get(bare))
                        .wrap(width, 4));
            }
        }
        Remedies.of(latest.path("refusal").asText())
                .forEach(sentence -> lines.addAll(Line.of("  " + sentence).wrap(width, 4)));
        return Optional.of(lines);
    }

    /** What a law met, with all that differ in numbers only in one group; the groups that came up last. */
    private static List<List<JsonNode>> alike(List<JsonNode> calls) {
        Map<String, List<JsonNode>> groups = new LinkedHashMap<>();
        for (JsonNode call : calls) {
            if (isMet(call)) {
                var kind =
                        new StringBuilder(call.path("operation").asText() + call.path("refusal") + call.path("table"));
                call.path("lines").forEach(line -> kind.append(line.path("law")).append(line.path("words")));
                groups.computeIfAbsent(kind.toString().replaceAll("[0-9][0-9.]*", "0"), first -> new ArrayList<>())
                        .add(call);
            }
        }
        var all = List.copyOf(groups.values());
        return all.subList(Math.max(0, all.size() - MOST_CALLS), all.size());
    }

    private static boolean isMet(JsonNode call) {
        return !call.path("lines").isEmpty() || !call.path("refusal").asText().isEmpty();
    }

    private static Line summary(List<JsonNode> calls, String laws) {
        var refusals = new TreeMap<String, Integer>();
        calls.stream()
                .map(call -> call.path("refusal").asText())
                .filter(refusal -> !refusal.isEmpty())
                .forEach(refusal -> refusals.merge(refusal, 1, Integer::sum));
        int refused = refusals.values().stream().mapToInt(Integer::intValue).sum();
        Line line = Line.of(
                Sizes.number(calls.size()) + (calls.size() == 1 ? " request" : " requests") + " under laws " + laws);
        if (refused == 0) {
            return line.and(Tone.QUIET, calls.size() == 1 ? ", answered" : ", all answered");
        }
        var kinds = new ArrayList<String>();
        refusals.forEach((kind, count) -> kinds.add(count + " " + kind));
        return line.and(", " + Sizes.number(refused) + " not answered: ").and(Tone.BAD, String.join(", ", kinds));
    }

    private static List<Line> call(JsonNode call, int times, int width) {
        String refusal = call.path("refusal").asText();
        int attempt = call.path("attempt").asInt();
        String table = call.path("table").asText();
        Line head = Line.of(Tone.QUIET, "#" + call.path("number").asText() + " ")
                .and(Tone.TITLE, call.path("operation").asText())
                .and(table.isEmpty() ? "" : " " + Fold.printable(table))
                .and(Tone.QUIET, attempt > 1 ? ", attempt " + attempt : "")
                .and(Tone.QUIET, millis(call.path("micros").asLong()));
        head = refusal.isEmpty() ? head.and(": answered") : head.and(": ").and(Tone.BAD, refusal);
        head = times == 1 ? head : head.and(Tone.QUIET, ", the last of " + Sizes.number(times) + " like it");
        var lines = new ArrayList<>(head.wrap(width, 4));
        call.path("lines").forEach(line -> lines.addAll(decision(line).indent(4).wrap(width, 6)));
        return lines;
    }

    private static String millis(long micros) {
        return micros == 0 ? "" : String.format(Locale.ROOT, ", %.1f ms", micros / 1_000.0);
    }

    private static Line decision(JsonNode line) {
        return Line.of(Tone.NOTE, line.path("law").asText())
                .and(": " + Fold.printable(line.path("words").asText()));
    }
}
