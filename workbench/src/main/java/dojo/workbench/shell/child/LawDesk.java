package dojo.workbench.shell.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.capacity.CapacityLaw;
import dojo.lab.capacity.HeatLine;
import dojo.lab.capacity.TopKey;
import dojo.lab.law.TraceLine;
import dojo.lab.region.RegionSettings;
import dojo.workbench.shell.child.Witness.Seen;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the prompt asks about the laws, and lets happen under them. */
final class LawDesk {
    /** Mistakes of DynamoDB Local are nobody's lesson: the lab puts them right whatever is asked. */
    private static final String ALWAYS = "corrections";

    private final Passing passing = new Passing();
    private long snippet;
    private int lines;

    /** A snippet is about to run. */
    void begin() {
        if (Bench.ground().isOurs()) {
            snippet = Bench.ground().witness().mark();
            lines = Bench.lab().trace().lines().size();
        }
    }

    void laws(ObjectNode answer) {
        Bench.ground().requireOurs();
        Laws laws = Bench.lab().laws();
        answer.put("name", name(laws));
        answer.put("seed", laws.seed());
        var all = answer.putArray("laws");
        for (String law : Laws.names()) {
            all.addObject()
                    .put("name", law)
                    .put("holds", law.equals(ALWAYS) || laws.holds(law))
                    .put("says", LawWords.of(law));
        }
    }

    /** How one law is set, as a laws file says it. */
    void law(JsonNode request, ObjectNode answer) {
        Bench.ground().requireOurs();
        Laws laws = Bench.lab().laws();
        String name = request.path("name").asText();
        laws.holds(name);
        var text = answer.putArray("lines");
        boolean inside = false;
        for (String line : laws.print().lines().toList()) {
            if (line.matches("(# ?)?\\[[a-z]+]")) {
                inside = line.endsWith("[" + name + "]");
            }
            if (inside) {
                text.add(line);
            }
        }
    }

    /** How many requests of the latest snippet a law did something to. */
    int touched() {
        if (!Bench.ground().isOurs() || Bench.lab().laws().settings().isEmpty()) {
            return 0;
        }
        Set<Long> told =
                Bench.lab().trace().lines().stream().map(TraceLine::call).collect(Collectors.toSet());
        return (int) Bench.ground().witness().since(snippet).stream()
                .filter(seen -> told.contains(seen.number()))
                .count();
    }

    /** The name of a set of laws, of a file, or of one law with {@code on} or {@code off}. */
    void switchTo(JsonNode request, ObjectNode answer) {
        Bench.ground().requireOurs();
        Laws before = Bench.lab().laws();
        String name = request.path("laws").asText();
        String one = request.path("switch").asText();
        if (name.equals(ALWAYS)) {
            throw new IllegalArgumentException(
                    "Corrections are always on: they only put right what DynamoDB Local gets wrong.");
        }
        Laws after = one.isEmpty() ? Laws.named(name) : one.equals("on") ? before.with(name) : before.without(name);
        if (!after.equals(before)) {
            var copied = Bench.ground().switchTo(after);
            answer.put("tables", copied.tables()).put("items", copied.items());
            begin();
        }
        answer.put("changed", !after.equals(before));
        laws(answer);
    }

    private static String name(Laws laws) {
        long seed = laws.seed();
        if (laws.settings().isEmpty()) {
            return "off";
        } else if (laws.equals(Laws.real().seed(seed))) {
            return "real";
        }
        return laws.equals(Laws.chaos().seed(seed)) ? "chaos" : "mixed";
    }

    void clock(JsonNode request, ObjectNode answer) {
        Bench.ground().requireOurs();
        passing.clock(request, answer);
    }

    void heat(ObjectNode answer) {
        Bench.ground().requireOurs();
        Lab lab = Bench.lab();
        CapacityLaw law;
        try {
            law = lab.law(CapacityLaw.class);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "Without the law of capacity, partitions have no limits and no heat. /laws capacity on switches it"
                            + " on.",
                    e);
        }
        var partitions = answer.putArray("partitions");
        law.heat().forEach(line -> cell(partitions.addObject(), line));
        var keys = answer.putArray("keys");
        law.topKeys().forEach(report -> {
            for (TopKey key : report.partitionKeys().stream().limit(5).toList()) {
                keys.addObject()
                        .put("table", report.table())
                        .put("index", report.index().orElse(""))
                        .put("key", key.key())
                        .put("units", key.amount());
            }
        });
    }

    private static void cell(ObjectNode cell, HeatLine line) {
        cell.put("table", line.table());
        line.index().ifPresent(index -> cell.put("index", index));
        cell.put("partition", line.heat().partition())
                .put("readUnits", line.heat().readUnits())
                .put("writeUnits", line.heat().writeUnits())
                .put("readLimit", line.readLimit())
                .put("writeLimit", line.writeLimit())
                .put("throttles", line.heat().throttles())
                .put("hottestKey", line.hottestKey())
                .put("hottestShare", line.heat().hottestShare())
                .put("items", line.heat().items())
                .put("bytes", line.heat().bytes());
    }

    /** The latest requests, or those of the latest snippet if no number is given, and what the laws did to each. */
    void trace(JsonNode request, ObjectNode answer) {
        Witness witness = Bench.ground().witness();
        List<TraceLine> all = Bench.lab().trace().lines();
        Map<Long, List<TraceLine>> byCall = all.stream().collect(Collectors.groupingBy(TraceLine::call));
        int last = request.path("last").asInt();
        List<Seen> seen = last > 0 ? witness.latest(last) : witness.since(snippet);
        var calls = answer.putArray("calls");
        Lab lab = Bench.lab();
        seen.forEach(one -> call(calls.addObject(), one, byCall.getOrDefault(one.number(), List.of()), lab));
        var alone = answer.putArray("alone");
        List<TraceLine> since = all.subList(Math.min(lines, all.size()), all.size());
        since.stream().filter(line -> line.call() == 0).forEach(line -> line(alone.addObject(), line, lab));
        answer.put("laws", name(Bench.lab().laws()));
    }

    private static void call(ObjectNode json, Seen seen, List<TraceLine> lines, Lab lab) {
        json.put("number", seen.number())
                .put("operation", seen.operation())
                .put("table", seen.table())
                .put("at", seen.arrived().toString())
                .put("micros", seen.took().toNanos() / 1_000)
                .put("refusal", seen.refusal())
                .put("message", seen.message())
                .put("attempt", seen.attempt());
        var decided = json.putArray("lines");
        lines.forEach(line -> line(decided.addObject(), line, lab));
    }

    private static void line(ObjectNode json, TraceLine line, Lab lab) {
        json.put("law", name(line, lab))
                .put("words", line.words())
                .put("at", line.at().toString());
    }

    /** Without the Region if it is the one that {@code ddb} speaks to. */
    static String name(TraceLine line, Lab lab) {
        String home = lab.laws()
                .get(RegionSettings.class)
                .map(regions -> regions.names().get(0) + " ")
                .orElse("");
        return line.law().startsWith(home) ? line.law().substring(home.length()) : line.law();
    }
}
