package dojo.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a learner's tests said about one implementation.
 *
 * @param tests one result for each test that ran
 */
record TestRun(List<CheckResult> tests) {
    /** Tests run in an order of JUnit's own; people read from the top. */
    private static final Comparator<CheckResult> TOP_DOWN = Comparator.comparingInt(TestRun::line);

    static TestRun of(List<JsonNode> messages) {
        return new TestRun(
                messages.stream().map(message -> Results.of(message, false)).toList());
    }

    boolean accepts() {
        return tests.stream().allMatch(CheckResult::passed);
    }

    /** The refusal that stands first in the file, by an assertion if there is one. */
    Optional<CheckResult> refusal() {
        return byAssertion()
                .or(() -> tests.stream().filter(test -> !test.passed()).min(TOP_DOWN));
    }

    /** The first refusal by an assertion: the only kind that says what is wrong. */
    Optional<CheckResult> byAssertion() {
        return tests.stream()
                .filter(test -> !test.passed() && test.byAssertion())
                .min(TOP_DOWN);
    }

    private static int line(CheckResult test) {
        String where = test.where().orElse("");
        String line = where.substring(where.lastIndexOf(':') + 1);
        return line.matches("\\d{1,9}") ? Integer.parseInt(line) : Integer.MAX_VALUE;
    }

    /** Whether each test said the same as in the other run. */
    boolean agrees(TestRun other) {
        return outcomes().equals(other.outcomes());
    }

    /** A test that said otherwise in the other run. */
    String disputed(TestRun other) {
        Map<String, Boolean> there = other.outcomes();
        return outcomes().entrySet().stream()
                .filter(test -> !test.getValue().equals(there.get(test.getKey())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("one of them");
    }

    private Map<String, Boolean> outcomes() {
        return tests.stream().collect(Collectors.toMap(CheckResult::name, CheckResult::passed, Boolean::logicalAnd));
    }

    List<String> requests() {
        return tests.stream().flatMap(test -> test.requests().stream()).toList();
    }

    String output() {
        return tests.stream().map(CheckResult::output).collect(Collectors.joining());
    }
}
