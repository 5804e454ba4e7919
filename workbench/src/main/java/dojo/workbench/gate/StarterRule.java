package dojo.workbench.gate;

import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
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
        return List.of();
    }

    private static String words(Verdict verdict) {
        return verdict.word().replace('_', ' ') + ": " + oneLine(verdict.message());
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
