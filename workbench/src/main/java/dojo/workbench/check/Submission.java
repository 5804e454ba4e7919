package dojo.workbench.check;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is handed in. */
public sealed interface Submission {

    /** What the learner has in the exercise's folder, or recorded at the prompt for a live exercise. */
    static Submission learner() {
        return new Learner();
    }

    /**
     * Files that take the place of the learner's.
     *
     * @param root a source root ({@code solutions/src/main/java}, which finds tests in the root beside it, too), or a
     *     folder that holds the files themselves. A
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

    record Source(Path root) implements Submission {

        /** The file that takes this one's place: in its package path below the root, or in the root itself. */
        public Optional<Path> find(Exercise exercise, Path file) {
            return find(exercise, file.getFileName().toString());
        }

        /** The answers of an exercise without a file to edit: a script for the prompt, or predictions. */
        public Optional<Path> script(Exercise exercise) {
            return find(exercise, exercise.answerName());
        }

        /** Whether there is anything for the exercise here. */
        public boolean covers(Exercise exercise) {
            return exercise.isAnswered()
                    ? script(exercise).isPresent()
                    : exercise.learnerFiles().stream()
                            .anyMatch(file -> find(exercise, file).isPresent());
        }

        private Optional<Path> find(Exercise exercise, String name) {
            return roots(exercise)
                    .flatMap(folder ->
                            Stream.of(folder.resolve(exercise.packagePath()).resolve(name), folder.resolve(name)))
                    .filter(Files::isRegularFile)
                    .findFirst();
        }

        /** Whoever names the root of the answers means their tests as well, where the answer is a test. */
        private Stream<Path> roots(Exercise exercise) {
            return exercise.kind() == Kind.CATCH && root.endsWith("main/java")
                    ? Stream.of(root, root.resolveSibling("../test/java").normalize())
                    : Stream.of(root);
        }
    }

    record Answered(Map<String, String> answers) implements Submission {}
}
