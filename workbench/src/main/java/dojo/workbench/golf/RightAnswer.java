package dojo.workbench.golf;

import dojo.lab.bill.Bill;
import dojo.workbench.check.CannotCheck;
import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Checker;
import dojo.workbench.check.Submission;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Places;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An answer that passes, and what it costs: the learner's, ours, or another one that is accepted.
 *
 * @param idea what it stands on, in a sentence; empty for the learner's and for ours
 * @param operations what the priced check saw it send, in order
 * @param folder where its files are; empty for the learner's
 */
public record RightAnswer(
        Whose whose, String name, String idea, Bill bill, List<String> operations, Optional<Path> folder) {
    /** So many of the learner's stand in the table: the latest. */
    private static final int MOST_OF_YOURS = 3;

    private static final long SEED = 1;

    /** Who wrote it. */
    public enum Whose {
        YOURS,
        OURS,
        ALTERNATIVE
    }

    public RightAnswer {
        operations = List.copyOf(operations);
    }

    /** The learner's latest answers, without a look at ours. */
    public static List<RightAnswer> yours(Exercise exercise, Path root) {
        List<KeptAnswers.Kept> kept = KeptAnswers.in(root).of(exercise);
        return kept.stream()
                .skip(Math.max(0, kept.size() - MOST_OF_YOURS))
                .map(one -> new RightAnswer(
                        Whose.YOURS,
                        kept.size() == 1 ? "yours" : "yours, no. " + one.number(),
                        "",
                        one.bill(),
                        one.operations(),
                        Optional.empty()))
                .toList();
    }

    /**
     * The learner's, ours and the alternatives, the cheapest first; each of the others is run, which takes a moment.
     *
     * @throws IOException if the alternatives cannot be read
     */
    public static List<RightAnswer> all(Exercise exercise, Path root, Checker checker) throws IOException {
        List<RightAnswer> all = new ArrayList<>(yours(exercise, root));
        run(Whose.OURS, "ours", "", exercise, exercise.answerFolder(), checker).ifPresent(all::add);
        for (Variant other : Variant.alsoRight(Places.of(root).content(), exercise)) {
            run(Whose.ALTERNATIVE, other.name(), other.says("Idea").orElse(""), exercise, other.folder(), checker)
                    .ifPresent(all::add);
        }
        all.sort(Comparator.comparing(RightAnswer::bill, Progress.BY_PRICE));
        return List.copyOf(all);
    }

    private static Optional<RightAnswer> run(
            Whose whose, String name, String idea, Exercise exercise, Path folder, Checker checker) {
        try {
            Verdict verdict = checker.check(exercise, Submission.source(folder), SEED);
            Optional<CheckResult> billed = verdict.graded().billed().filter(any -> verdict.passed());
            return billed.map(check -> new RightAnswer(
                    whose, name, idea, check.bill(), KeptAnswers.operations(check), Optional.of(folder)));
        } catch (CannotCheck e) {
            return Optional.empty(); // A comparison without it is better than none.
        }
    }
}
