package dojo.workbench.gate;

import dojo.workbench.check.Checker;
import dojo.workbench.check.Submission;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Grades submissions, each once however many rules ask for its verdict. Safe for use by many threads. */
final class Trials {

    /** Behaviour must not hang on one drawing of the data. */
    static final List<Long> SEEDS = List.of(1L, 2L, 3L);

    /** What stands at the prompt is the same for everybody, so a live exercise has nothing to draw. */
    private static final List<Long> ONE_SEED = List.of(1L);

    private final Path root;
    private final Checker checker;
    private final Map<Trial, Verdict> verdicts = new ConcurrentHashMap<>();

    Trials(Path root, Checker checker) {
        this.root = root;
        this.checker = checker;
    }

    /** The checkout that the exercises are in. */
    Path root() {
        return root;
    }

    /** The seeds under which verdicts on this exercise must agree. */
    static List<Long> seeds(Exercise exercise) {
        return exercise.isAnswered() ? ONE_SEED : SEEDS;
    }

    /** The verdict on the files in the folder, under the first seed. */
    Verdict of(Exercise exercise, Path source) {
        return of(exercise, source, SEEDS.get(0));
    }

    /** The verdict on the files in the folder, under the seed. */
    Verdict of(Exercise exercise, Path source, long seed) {
        return verdicts.computeIfAbsent(
                new Trial(exercise.id(), source, seed),
                trial -> checker.check(exercise, Submission.source(source), seed));
    }

    private record Trial(String exercise, Path source, long seed) {}
}
