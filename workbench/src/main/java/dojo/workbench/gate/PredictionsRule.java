package dojo.workbench.gate;

import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.AnswerFile;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Kind;
import dojo.workbench.exercise.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every question of a predicted exercise has a check and an answer, and every mistake that a check can name is made by
 * a known wrong answer, is wrong, and has a number of its own.
 */
final class PredictionsRule implements Rule {

    @Override
    public String name() {
        return "predictions";
    }

    @Override
    public List<String> inspect(Exercise exercise, Trials trials) throws IOException {
        if (exercise.kind() != Kind.PREDICT) {
            return List.of();
        }
        Set<String> questions = exercise.readme().questions().keySet();
        if (questions.isEmpty()) {
            return List.of("README.adoc asks nothing; add a section \"== Questions\" with lines \"name:: question\".");
        }
        Verdict verdict = trials.of(exercise, exercise.answerFolder());
        List<String> sentences = new ArrayList<>();
        judged(questions, verdict, sentences);
        Set<String> made = made(exercise, trials);
        for (CheckResult check : verdict.graded().checks()) {
            if (check.passed()) {
                mistakes(check, made, sentences);
            }
        }
        return sentences;
    }

    private static void judged(Set<String> questions, Verdict verdict, List<String> sentences) {
        Set<String> judged = new TreeSet<>();
        for (CheckResult check : verdict.graded().checks()) {
            String question = check.report().getOrDefault("dojo.question", "");
            if (question.isEmpty()) {
                sentences.add(check.name() + " asks for no prediction; take Predictions, and judge one question.");
            } else if (!questions.contains(question)) {
                sentences.add(check.name() + " judges \"" + question + "\", which README.adoc does not ask.");
            }
            judged.add(question);
        }
        questions.stream()
                .filter(question -> !judged.contains(question))
                .forEach(question -> sentences.add("No check judges the question \"" + question + "\"; write one."));
    }

    /** What the wrong answers say, as {@code question number}. */
    private static Set<String> made(Exercise exercise, Trials trials) throws IOException {
        Set<String> made = new HashSet<>();
        for (Variant wrong : Variant.wrong(trials.root(), exercise)) {
            Path file = wrong.folder().resolve(exercise.answerName());
            if (Files.isRegularFile(file)) {
                for (Map.Entry<String, String> said : AnswerFile.read(file).entrySet()) {
                    made.add(said.getKey() + " " + said.getValue());
                }
            }
        }
        return made;
    }

    private static void mistakes(CheckResult check, Set<String> made, List<String> sentences) {
        String question = check.report().getOrDefault("dojo.question", "");
        String right = check.report().getOrDefault("dojo.measured", "");
        Set<String> seen = new HashSet<>();
        List<String> mistakes = Objects.requireNonNull(check.report().getOrDefault("dojo.mistakes", ""))
                .lines()
                .toList();
        if (mistakes.isEmpty()) {
            sentences.add(check.name() + " can name no mistake; add what people believe about \"" + question + "\".");
        }
        for (String mistake : mistakes) {
            String number = mistake.split(" ", 2)[0];
            if (number.equals(right)) {
                sentences.add(check.name() + " calls " + number + " a mistake, and that is what was measured.");
            } else if (!seen.add(number)) {
                sentences.add(check.name() + " knows two mistakes that lead to " + number + "; choose other data.");
            } else if (!made.contains(question + " " + number)) {
                sentences.add(check.name() + " can name " + number + " (" + mistake.split(" ", 2)[1]
                        + "), and no wrong answer says " + question + "=" + number + ".");
            }
        }
    }
}
