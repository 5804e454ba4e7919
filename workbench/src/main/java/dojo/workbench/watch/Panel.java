package dojo.workbench.watch;

import dojo.workbench.check.Verdict;
import java.util.List;

/** What stands above the verdict. */
sealed interface Panel {

    record Nothing() implements Panel {}

    /** The first minute: how this works, then the task. */
    record Welcome() implements Panel {}

    record Task() implements Panel {}

    record Hint(int level) implements Panel {}

    record Answer(List<String> text) implements Panel {}

    record Overview() implements Panel {}

    record All(List<Verdict> verdicts) implements Panel {}
}
