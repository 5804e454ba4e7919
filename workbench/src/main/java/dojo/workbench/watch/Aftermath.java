package dojo.workbench.watch;

import dojo.workbench.exercise.Difference;
import dojo.workbench.exercise.Reading;
import java.util.List;

/**
 * What there is to read after a pass.
 *
 * @param difference between the learner's files and the answer; without parts where there are no files
 * @param readOn places in the book and the question bank
 */
record Aftermath(Difference difference, List<Reading> readOn) {
    Aftermath {
        readOn = List.copyOf(readOn);
    }
}
