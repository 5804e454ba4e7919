package dojo.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns a worker's messages into check results, in author order: visible classes first, then hidden ones. */
final class Results {
    private final List<String> visible;
    private final List<String> hidden;

    Results(Exercise exercise) {
        boolean isTest = exercise.kind() == Kind.CATCH;
        visible = classes(exercise, isTest ? exercise.learnerFiles() : exercise.visibleChecks());
        hidden = isTest ? List.of() : classes(exercise, exercise.hiddenChecks());
    }

    /** Names of the check classes; files that do not end in Test are helpers. */
    List<String> classes() {
        List<String> all = new ArrayList<>(visible);
        all.addAll(hidden);
        return all;
    }

    List<CheckResult> of(List<JsonNode> messages) {
        Map<String, CheckResult> results = new LinkedHashMap<>();
        messages.stream()
                .sorted(Comparator.comparingInt(message -> classes().indexOf(topLevel(message))))
                .forEach(message -> results.merge(
                        message.path("class").asText() + "#"
                                + message.path("name").asText(),
                        of(message, hidden.contains(topLevel(message))),
                        // Several runs of one parameterized method: the first failure speaks for it.
                        (one, other) -> one.passed() ? other : one));
        return List.copyOf(results.values());
    }

    /** What the priced visible check cost. */
    static Optional<Bill> bill(List<CheckResult> results) {
        return results.stream()
                .filter(result -> result.priced() && !result.hidden())
                .map(CheckResult::bill)
                .findFirst();
    }

    /** What one test said, as a check result. */
    static CheckResult of(JsonNode message, boolean hidden) {
        JsonNode report = message.path("report");
        List<Spent> ledger = Spent.read(report.path("dojo.ledger").asText());
        return new CheckResult(
                message.path("name").asText(),
                message.path("passed").asBoolean(),
                hidden,
                message.path("assertion").asBoolean(),
                message.path("message").asText(),
                text(message, "where"),
                text(message, "expected"),
                text(message, "actual"),
                new Bill(
                        report.path("dojo.requests").asInt(),
                        report.path("dojo.readUnits").asDouble(),
                        report.path("dojo.writeUnits").asDouble()),
                report.path("dojo.priced").asBoolean(),
                requests(lines(report.path("dojo.trace").asText()), ledger),
                lines(report.path("dojo.inputs").asText()),
                lines(report.path("dojo.exhibit").asText()),
                message.path("output").asText(),
                report.properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().asText())));
    }

    /** Each request with the file and line that made it. */
    private static List<String> requests(List<String> trace, List<Spent> ledger) {
        return IntStream.range(0, trace.size())
                .mapToObj(i -> trace.get(i)
                        + (i < ledger.size() ? ledger.get(i).shortly() : Optional.<String>empty())
                                .map(line -> " (" + line + ")")
                                .orElse(""))
                .toList();
    }

    private static String topLevel(JsonNode message) {
        return message.path("class").asText().replaceFirst("\\$.*", "");
    }

    private static Optional<String> text(JsonNode message, String name) {
        return message.hasNonNull(name) ? Optional.of(message.path(name).asText()) : Optional.empty();
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : text.lines().toList();
    }

    private static List<String> classes(Exercise exercise, List<Path> files) {
        return files.stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                .filter(name -> name.endsWith("Test"))
                .map(name -> exercise.packageName() + "." + name)
                .toList();
    }
}
