package dojo.workbench.gate;

import dojo.lab.bill.Bill;
import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The answer passes visible and hidden checks under every seed, and par is what it costs. */
final class AnswerRule implements Rule {

    @Override
    public String name() {
        return "answer";
    }

    @Override
    public List<String> inspect(Exercise exercise, Trials trials) {
        List<String> sentences = new ArrayList<>(passes("The answer", exercise, exercise.answerFolder(), trials));
        if (exercise.kind().isPriced() && sentences.isEmpty()) {
            sentences.addAll(price(exercise, trials.of(exercise, exercise.answerFolder())));
        }
        return sentences;
    }

    static List<String> passes(String what, Exercise exercise, Path source, Trials trials) {
        List<String> sentences = new ArrayList<>();
        for (Verdict verdict : trials.ofRight(exercise, source)) {
            if (!verdict.passed()) {
                String check = verdict.graded()
                        .firstFailure()
                        .map(failure -> " in " + failure.name())
                        .orElse("");
                sentences.add(what + " " + verdict.word().replace('_', ' ') + check + " under seed "
                        + verdict.graded().seed() + ": "
                        + verdict.message().lines().findFirst().orElse("") + " Replay: ./dojo check " + exercise.id()
                        + " --source " + trials.root().relativize(source) + " --seed "
                        + verdict.graded().seed());
            }
        }
        return sentences;
    }

    private static List<String> price(Exercise exercise, Verdict verdict) {
        List<CheckResult> priced = verdict.graded().checks().stream()
                .filter(check -> check.priced() && !check.hidden())
                .toList();
        if (priced.size() != 1) {
            return List.of(priced.size() + " visible checks carry @Costs; exactly one states the price.");
        }
        Bill measured = priced.get(0).bill();
        return measured.equals(exercise.par())
                ? List.of()
                : List.of("Par in README.adoc is " + exercise.par() + ", and the answer costs " + measured + " in "
                        + priced.get(0).name() + ".");
    }
}
