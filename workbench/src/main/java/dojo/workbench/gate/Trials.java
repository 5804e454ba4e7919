package dojo.workbench.gate;

import dojo.workbench.check.Checker;
import dojo.workbench.check.Submission;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Grades submissions, each once however many rules ask for its verdict. Safe for use by many threads. */
final class Trials {

    /** What is wrong must not be rejected by luck. */
    static final List<Long> SEEDS = List.of(1L, 2L, 3L);

    /** What is right must not be so by luck, and no learner may be refused by it. */
    static final List<Long> SEEDS_OF_ANSWERS = List.of(1L, 2L, 3L, 4L, 5L);

    /** What stands at the prompt is the same for everybody, so a live exercise has nothing to draw. */
    private static final List<Long> ONE_SEED = List.of(1L);

    private final Path root;
    private final Checker checker;
    private final int seeds;
    private final Map<Trial, Verdict> verdicts = new ConcurrentHashMap<>();

    Trials(Path root, Checker checker) {
        this(root, checker, SEEDS_OF_ANSWERS.size());
    }

    /** @param seeds the most that anything is tried under; whatever fails under every seed fails under one */
    Trials(Path root, Checker checker, int seeds) {
        this.root = root;
        this.checker = checker;
        this.seeds = seeds;
    }

    /** The checkout that the exercises are in. */
    Path root() {
        return root;
    }

    /** The verdicts on what has to be rejected, one for each of its seeds. */
    List<Verdict> ofWrong(Exercise exercise, Path source) {
        return of(exercise, source, exercise.isAnswered() ? ONE_SEED : most(SEEDS));
    }

    /** The verdicts on what has to be accepted, one for each of its seeds. */
    List<Verdict> ofRight(Exercise exercise, Path source) {
        return of(exercise, source, exercise.isAnswered() ? ONE_SEED : most(SEEDS_OF_ANSWERS));
    }

    private List<Long> most(List<Long> all) {
        return all.subList(0, Math.min(seeds, all.size()));
    }

    /** The verdict on the files in the folder, under the first seed. */
    Verdict of(Exercise exercise, Path source) {
        return of(exercise, source, ONE_SEED).get(0);
    }

    /** Those that are still missing are compiled together; a rule that needs more asks for them at once. */
    private List<Verdict> of(Exercise exercise, Path source, List<Long> seeds) {
        List<Long> missing = seeds.stream()
                .filter(seed -> !verdicts.containsKey(new Trial(exercise.id(), source, seed)))
                .toList();
        if (!missing.isEmpty()) {
            List<Verdict> fresh = checker.check(exercise, Submission.source(source), missing);
            for (int i = 0; i < missing.size(); i++) {
                verdicts.put(new Trial(exercise.id(), source, missing.get(i)), fresh.get(i));
            }
        }
        return seeds.stream()
                .map(seed -> verdicts.get(new Trial(exercise.id(), source, seed)))
                .map(Objects::requireNonNull)
                .toList();
    }

    /** How long each of them took, in the order of the sources. */
    Times times() {
        return new Times(verdicts.entrySet().stream()
                .map(entry -> new Times.Timed(
                        entry.getKey().exercise(),
                        root.relativize(entry.getKey().source()).toString(),
                        entry.getKey().seed(),
                        entry.getValue().graded().millis()))
                .sorted(Comparator.comparing(Times.Timed::source).thenComparingLong(Times.Timed::seed))
                .toList());
    }

    private record Trial(String exercise, Path source, long seed) {}
}
