package dojo.workbench.exercise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far the learner has come, by exercise name. Immutable; {@link ProgressFile} keeps it.
 *
 * @param assisted solved after the solution was asked for, or asked for and not solved yet
 * @param attempts failed checks since the last reset, which decide when hints are offered
 * @param hints the highest hint level seen
 * @param others lines of a newer version, kept as they are
 */
public record Progress(
        Optional<String> current,
        NavigableSet<String> passed,
        NavigableSet<String> assisted,
        NavigableSet<String> skipped,
        NavigableMap<String, Integer> attempts,
        NavigableMap<String, Integer> hints,
        List<String> others) {

    /** Nothing done yet. */
    public static final Progress NONE = new Progress(
            Optional.empty(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of());

    public Progress {
        passed = Collections.unmodifiableNavigableSet(new TreeSet<>(passed));
        assisted = Collections.unmodifiableNavigableSet(new TreeSet<>(assisted));
        skipped = Collections.unmodifiableNavigableSet(new TreeSet<>(skipped));
        attempts = Collections.unmodifiableNavigableMap(new TreeMap<>(attempts));
        hints = Collections.unmodifiableNavigableMap(new TreeMap<>(hints));
        others = List.copyOf(others);
    }

    /** Whether the exercise was passed, under this name or one it had before. */
    public boolean hasPassed(Exercise exercise) {
        return names(exercise).stream().anyMatch(passed::contains);
    }

    /** Whether the solution was shown before the exercise was passed. */
    public boolean wasAssisted(Exercise exercise) {
        return names(exercise).stream().anyMatch(assisted::contains);
    }

    /** Failed checks so far, under all names together. */
    public int attempts(Exercise exercise) {
        return names(exercise).stream()
                .mapToInt(name -> attempts.getOrDefault(name, 0))
                .sum();
    }

    /** The highest hint level seen under any name; 0 for none. */
    public int hints(Exercise exercise) {
        return names(exercise).stream()
                .mapToInt(name -> hints.getOrDefault(name, 0))
                .max()
                .orElse(0);
    }

    public Progress withCurrent(String id) {
        return new Progress(Optional.of(id), passed, assisted, skipped, attempts, hints, others);
    }

    /** Passed; no longer skipped. */
    public Progress withPassed(String id) {
        return new Progress(current, plus(passed, id), assisted, minus(skipped, List.of(id)), attempts, hints, others);
    }

    public Progress withAssisted(String id) {
        return new Progress(current, passed, plus(assisted, id), skipped, attempts, hints, others);
    }

    public Progress withSkipped(String id) {
        return new Progress(current, passed, assisted, plus(skipped, id), attempts, hints, others);
    }

    /** One more failed check. */
    public Progress withAttempt(String id) {
        return new Progress(
                current,
                passed,
                assisted,
                skipped,
                with(attempts, id, attempts.getOrDefault(id, 0) + 1),
                hints,
                others);
    }

    /** A hint was shown; the highest level counts. */
    public Progress withHint(String id, int level) {
        return new Progress(
                current,
                passed,
                assisted,
                skipped,
                attempts,
                with(hints, id, Math.max(level, hints.getOrDefault(id, 0))),
                others);
    }

    /** As if never tried, except that having seen the solution is remembered. */
    public Progress reset(Exercise exercise) {
        List<String> names = names(exercise);
        return new Progress(
                current,
                minus(passed, names),
                assisted,
                minus(skipped, names),
                without(attempts, names),
                without(hints, names),
                others);
    }

    private static List<String> names(Exercise exercise) {
        List<String> names = new ArrayList<>(exercise.formerNames());
        names.add(exercise.id());
        return names;
    }

    private static NavigableSet<String> plus(NavigableSet<String> names, String name) {
        NavigableSet<String> more = new TreeSet<>(names);
        more.add(name);
        return more;
    }

    private static NavigableSet<String> minus(NavigableSet<String> names, List<String> gone) {
        NavigableSet<String> fewer = new TreeSet<>(names);
        gone.forEach(fewer::remove);
        return fewer;
    }

    private static NavigableMap<String, Integer> with(Map<String, Integer> counts, String name, int count) {
        NavigableMap<String, Integer> more = new TreeMap<>(counts);
        more.put(name, count);
        return more;
    }

    private static NavigableMap<String, Integer> without(Map<String, Integer> counts, List<String> gone) {
        NavigableMap<String, Integer> fewer = new TreeMap<>(counts);
        gone.forEach(fewer::remove);
        return fewer;
    }
}
