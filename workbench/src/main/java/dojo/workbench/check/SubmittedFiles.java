package dojo.workbench.check;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.SameText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that take part in one check, resolved.
 *
 * @param learner the learner's files, or what takes their place
 * @param untouched whether they are the starter's
 */
record SubmittedFiles(List<Path> learner, boolean untouched) {

    /**
     * The files of a submission.
     *
     * @throws CannotCheck with a sentence when one is missing
     */
    static SubmittedFiles of(Exercise exercise, Submission submission, Path root) {
        List<Path> files = exercise.learnerFiles().stream()
                .map(file -> resolve(exercise, submission, file, root))
                .toList();
        return new SubmittedFiles(files, untouched(exercise, files));
    }

    /** File names to the paths that messages show: relative to the checkout where they lie in it. */
    Map<String, String> shown(Path root) {
        Map<String, String> shown = new LinkedHashMap<>();
        learner.forEach(file -> shown.put(file.getFileName().toString(), shown(root, file)));
        return shown;
    }

    /** Each file with the path that messages show. */
    Map<Path, String> paths(Path root) {
        Map<Path, String> paths = new LinkedHashMap<>();
        learner.forEach(file -> paths.put(file, shown(root, file)));
        return paths;
    }

    static String shown(Path root, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(root) ? root.relativize(absolute).toString() : absolute.toString();
    }

    private static Path resolve(Exercise exercise, Submission submission, Path file, Path root) {
        if (submission instanceof Submission.Source source) {
            return source.find(exercise, file).orElseGet(() -> exercise.starterOf(file));
        }
        if (!Files.isRegularFile(file)) {
            throw new CannotCheck(
                    shown(root, file) + " is missing; ./dojo reset " + exercise.id() + " brings the starter back.");
        }
        return file;
    }

    private static boolean untouched(Exercise exercise, List<Path> files) {
        try {
            for (Path file : files) {
                if (!SameText.of(file, exercise.starterOf(file))) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new CannotCheck("Cannot read " + e.getMessage() + "; check that the file is there and readable.");
        }
    }
}
