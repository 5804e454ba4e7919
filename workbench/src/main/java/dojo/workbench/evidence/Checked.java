package dojo.workbench.evidence;

import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import java.util.Optional;

/**
 * An exercise and what became of its check.
 *
 * @param verdict empty if it could not be graded at all
 * @param problem why not; empty otherwise
 */
public record Checked(Exercise exercise, Optional<Verdict> verdict, String problem) {

    public static Checked of(Exercise exercise, Verdict verdict) {
        return new Checked(exercise, Optional.of(verdict), "");
    }

    public static Checked not(Exercise exercise, String problem) {
        return new Checked(exercise, Optional.empty(), problem);
    }

    public boolean passed() {
        return verdict.filter(Verdict::passed).isPresent();
    }

    /** The verdict's word, or {@code not_checked}. */
    public String word() {
        return verdict.map(Verdict::word).orElse("not_checked");
    }

    /** Why it does not pass; empty when it does. */
    public String message() {
        return verdict.map(Verdict::message).orElse(problem);
    }
}
