package dojo.workbench.check;

import java.nio.file.Path;
import java.util.Map;

/** What is handed in. */
public sealed interface Submission {

    /** What the learner has in the exercise's folder, or recorded at the prompt for a live exercise. */
    static Submission learner() {
        return new Learner();
    }

    /**
     * Files that take the place of the learner's.
     *
     * @param root a source root ({@code solutions/src/main/java}), or a folder that holds the files themselves. A
     *     learner's file that it lacks is taken from the starter, so that the verdict depends on nobody's edits.
     */
    static Submission source(Path root) {
        return new Source(root);
    }

    /** Answers found at the prompt, for a live exercise: name to value. */
    static Submission answers(Map<String, String> answers) {
        return new Answered(Map.copyOf(answers));
    }

    record Learner() implements Submission {}

    record Source(Path root) implements Submission {}

    record Answered(Map<String, String> answers) implements Submission {}
}
