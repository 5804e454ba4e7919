package dojo.workbench.gate;

import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Implementation;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Variant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every wrong answer is plausible (it compiles and passes a visible check), belongs to somebody, differs from its
 * siblings, and is rejected by the check it names.
 */
final class WrongAnswersRule implements Rule {

    private static final int FEWEST = 3;

    /** A mistake of the source document has been believed by many, so many ways to mend it badly are known. */
    private static final int FEWEST_OF_THE_SOURCE = 5;

    private static final List<String> HEADER = List.of("Misconception", "Held by", "Rejected by");

    @Override
    public String name() {
        return "wrong answers";
    }

    @Override
    public List<String> inspect(Exercise exercise, Trials trials) throws IOException {
        List<Variant> wrong = Variant.wrong(trials.root(), exercise);
        List<String> sentences = new ArrayList<>();
        boolean fromTheSource = !exercise.readme().sourceMistakes().isEmpty();
        int fewest = fromTheSource ? FEWEST_OF_THE_SOURCE : FEWEST;
        if (wrong.size() < fewest) {
            sentences.add("It has " + wrong.size() + " wrong answers; keep at least " + fewest
                    + (fromTheSource ? ", since it has a \":source-mistake:\"." : "."));
        }
        Map<String, String> traces = new HashMap<>();
        for (Variant variant : wrong) {
            inspect(variant, exercise, trials).forEach(sentence -> sentences.add(variant.name() + " " + sentence));
            String twin = traces.putIfAbsent(fingerprint(trials.of(exercise, variant.folder())), variant.name());
            if (twin != null) {
                sentences.add(variant.name() + " and " + twin + " fail the same checks with the same requests; one of"
                        + " them teaches nothing.");
            }
        }
        return sentences;
    }

    private static List<String> inspect(Variant variant, Exercise exercise, Trials trials) {
        List<String> sentences = new ArrayList<>();
        for (String line : HEADER) {
            if (variant.says(line).isEmpty()) {
                sentences.add("does not say \"// " + line + ": …\" on top of its file.");
            }
        }
        for (Verdict verdict : trials.ofWrong(exercise, variant.folder())) {
            String under = " under seed " + verdict.graded().seed() + ".";
            if (verdict.passed()) {
                sentences.add("is accepted" + under);
            } else if (verdict instanceof Verdict.DoesNotCompile) {
                sentences.add("does not compile: "
                        + verdict.message().lines().findFirst().orElse(""));
                break;
            } else {
                plausible(verdict, rejectedBy(variant, exercise)).forEach(sentence -> sentences.add(sentence + under));
            }
        }
        return sentences;
    }

    /** A test is rejected by a subject, under whatever name learners know that. */
    private static String rejectedBy(Variant variant, Exercise exercise) {
        String named = variant.says("Rejected by").orElse("");
        return exercise.subjects().stream()
                .filter(subject -> subject.name().equals(named))
                .map(subject -> Implementation.of(exercise, subject).check())
                .findFirst()
                .orElse(named);
    }

    private static List<String> plausible(Verdict verdict, String named) {
        List<CheckResult> checks = verdict.graded().checks();
        List<String> sentences = new ArrayList<>();
        if (checks.stream().noneMatch(check -> check.passed() && !check.hidden())) {
            sentences.add("passes no visible check, so nobody would believe in it");
        }
        if (checks.stream().noneMatch(check -> check.name().equals(named) && !check.passed())) {
            sentences.add("is not rejected by " + named + ", but by "
                    + checks.stream()
                            .filter(check -> !check.passed())
                            .map(CheckResult::name)
                            .toList());
        }
        return sentences;
    }

    private static String fingerprint(Verdict verdict) {
        return verdict.graded().checks().stream()
                .map(check -> check.name() + Footprint.of(check))
                .collect(Collectors.joining("\n", verdict.word(), ""));
    }
}
