package dojo.workbench.watch;

import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.FirstHints;
import dojo.workbench.golf.RightAnswer;
import java.util.List;

/** What stands above the verdict. */
sealed interface Panel {

    /** Nothing but the verdict; after a pass, what there is to take away. */
    record Nothing() implements Panel {}

    /** The first minute: how this works, then the task. */
    record Welcome() implements Panel {}

    record Task() implements Panel {}

    record Hint(int level) implements Panel {}

    /** What is said about this run, before the ladder. */
    record FirstHint(FirstHints.Entry entry) implements Panel {}

    record Answer(List<String> text) implements Panel {}

    /** The learner's files beside the answer. */
    record Compared() implements Panel {}

    /** Right answers beside each other, by their bills. */
    record Bills(List<RightAnswer> answers) implements Panel {
        public Bills {
            answers = List.copyOf(answers);
        }
    }

    record Overview() implements Panel {}

    /**
     * All exercises were checked.
     *
     * @param reopened ids of those that had been passed, and pass no longer
     * @param last whether this was the look at everything after the last pass
     */
    record All(List<Verdict> verdicts, List<String> reopened, boolean last) implements Panel {
        public All {
            verdicts = List.copyOf(verdicts);
            reopened = List.copyOf(reopened);
        }
    }
}
