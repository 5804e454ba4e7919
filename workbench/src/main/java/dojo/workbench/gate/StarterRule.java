package dojo.workbench.gate;

import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Kind;
import java.util.List;
import java.util.Optional;

/** The untouched starter compiles, and fails by an assertion in the check that the README names. */
final class StarterRule implements Rule {

    @Override
    public String name() {
        return "starter";
    }

    @Override
    public List<String> inspect(Exercise exercise, Trials trials) {
        if (exercise.isAnswered()) {
            return List.of();
        }
        Verdict verdict = trials.of(exercise, exercise.starterFolder());
        if (verdict.passed()) {
            return List.of("The starter passes every check; there is nothing to solve.");
        }
        Optional<CheckResult> failure = verdict.graded().firstFailure();
        if (failure.isEmpty()) {
            return List.of("The starter must fail by an assertion, but it " + words(verdict) + ".");
        }
        String stated = exercise.readme().starterFails().orElse("");
        if (!failure.get().name().equals(stated)) {
            return List.of("The starter fails first in " + failure.get().name() + "; README.adoc states "
                    + (stated.isEmpty() ? "nothing" : stated) + ".");
        }
        if (!failure.get().byAssertion()) {
            return List.of("The starter fails in " + stated + " by an exception ("
                    + oneLine(failure.get().message()) + "); a learner should meet an assertion on data or bill.");
        }
        // A learner's test may say what is wrong in its own words.
        return exercise.kind() == Kind.CATCH ? List.of() : thrown(verdict);
    }

    /** An assertion can be thrown by hand, or wrap what was: neither says anything about data or bill. */
    private static List<String> thrown(Verdict verdict) {
        return verdict.graded().checks().stream()
                .filter(check -> check.thrownAt().isPresent())
                .map(check -> "The starter itself throws what " + check.name() + " fails by, at "
                        + check.thrownAt().get() + " (" + oneLine(check.message())
                        + "); a starter is wrong, and never unfinished.")
                .toList();
    }

    private static String words(Verdict verdict) {
        return verdict.word().replace('_', ' ') + ": " + oneLine(verdict.message());
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
