package dojo.workbench.gate;

import dojo.workbench.check.CheckResult;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.FirstHints;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Each entry of {@code == First hint} can be met: its check exists, a bill can show its operations, and it says something. */
final class FirstHintRule implements Rule {

    /** What can stand on a bill, in words: the parent process has no SDK on its class path. */
    static final Set<String> OPERATIONS = Set.of(
            "BatchExecuteStatement",
            "BatchGetItem",
            "BatchWriteItem",
            "DeleteItem",
            "ExecuteStatement",
            "ExecuteTransaction",
            "GetItem",
            "PutItem",
            "Query",
            "Scan",
            "TransactGetItems",
            "TransactWriteItems",
            "UpdateItem");

    @Override
    public String name() {
        return "first hint";
    }

    @Override
    public List<String> inspect(Exercise exercise, Trials trials) {
        if (exercise.readme().section("First hint").isEmpty()) {
            return List.of();
        }
        FirstHints hints = exercise.readme().firstHints();
        List<String> sentences = new ArrayList<>();
        hints.strays()
                .forEach(line -> sentences.add("\"" + line + "\" stands above the first entry of == First hint; begin"
                        + " with \"check_name:: text\"."));
        Set<String> checks = trials.of(exercise, exercise.answerFolder()).graded().checks().stream()
                .map(CheckResult::name)
                .collect(Collectors.toSet());
        Set<String> terms = new HashSet<>();
        for (FirstHints.Entry entry : hints.entries()) {
            inspect(entry, checks).forEach(problem -> sentences.add("\"" + entry.term() + "::\" " + problem));
            if (!terms.add(entry.term())) {
                sentences.add("\"" + entry.term() + "::\" stands twice in == First hint; one of them is never shown.");
            }
        }
        return sentences;
    }

    private static List<String> inspect(FirstHints.Entry entry, Set<String> checks) {
        List<String> problems = new ArrayList<>();
        if (!checks.contains(entry.check())) {
            problems.add("names no check of this exercise; its checks are "
                    + checks.stream().sorted().toList() + ".");
        }
        entry.operations().stream()
                .filter(operation -> !OPERATIONS.contains(operation))
                .forEach(operation -> problems.add("names \"" + operation
                        + "\", which no bill can show; operations are " + new TreeSet<>(OPERATIONS) + "."));
        if (entry.text().isBlank()) {
            problems.add("says nothing; write what was seen, and ask.");
        }
        return problems;
    }
}
