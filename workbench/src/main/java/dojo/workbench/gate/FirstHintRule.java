package dojo.workbench.gate;

import dojo.workbench.check.CheckResult;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.FirstHints;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** Each entry of {@code == First hint} can be met: its check exists, the SDK knows its operations, and it says something. */
final class FirstHintRule implements Rule {

    private static final Set<String> OPERATIONS = Stream.of(DynamoDbClient.class.getMethods())
            .filter(method -> method.getParameterCount() == 1
                    && DynamoDbRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
            .map(method -> method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                    + method.getName().substring(1))
            .filter(name -> !name.endsWith("Paginator"))
            .collect(Collectors.toUnmodifiableSet());

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
                        + "\", and the SDK has no such operation; write it as the API does, such as PutItem."));
        if (entry.text().isBlank()) {
            problems.add("says nothing; write what was seen, and ask.");
        }
        return problems;
    }
}
