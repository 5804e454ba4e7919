package dojo.workbench.check;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * What a learner's test is run against: the given files as they are, or a subject.
 *
 * @param check the name of the check that this makes
 * @param label what the learner knows it by
 * @param what how it differs; empty for the given one
 */
public record Implementation(String check, String label, boolean right, boolean hidden, String what) {
    private static final Implementation GIVEN =
            new Implementation("accepts_the_given_one", "the given one", true, false, "");

    /** All of an exercise, in author order; the given one comes first. */
    static List<Implementation> of(Exercise exercise) {
        List<Implementation> all = new ArrayList<>(List.of(GIVEN));
        exercise.subjects().forEach(subject -> all.add(of(exercise, subject)));
        return all;
    }

    /** A subject as a check: {@code refuses_no_padding}, or {@code refuses_hidden_one_2} when its name says too much. */
    public static Implementation of(Exercise exercise, Subject subject) {
        String verb = subject.right() ? "accepts_" : "refuses_";
        if (!subject.hidden()) {
            return new Implementation(
                    verb + subject.name(), subject.name().replace('_', ' '), subject.right(), false, subject.what());
        }
        int number = 1
                + exercise.subjects().stream().filter(Subject::hidden).toList().indexOf(subject);
        return new Implementation(
                verb + "hidden_one_" + number, "hidden one " + number, subject.right(), true, subject.what());
    }
}
