package dojo.workbench.exercise;

import dojo.lab.bill.Bill;
import dojo.lab.bill.Prices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

/**
 * How far the learner has come, by exercise name. Immutable; {@link ProgressFile} keeps it.
 *
 * @param assisted solved after the solution was asked for, or asked for and not solved yet
 * @param attempts failed checks since the last reset, which decide when hints are offered
 * @param hints the highest hint level seen
 * @param bests the cheapest bill that passed
 * @param days when it was passed, as a date, where that was noted
 * @param track the name of the selection of exercises that the learner follows; none for all of them
 * @param redo passed with help, or to be passed with it, and noted for another time
 * @param others lines of a newer version, kept as they are
 */
public record Progress(
        Optional<String> current,
        NavigableSet<String> passed,
        NavigableSet<String> assisted,
        NavigableSet<String> skipped,
        NavigableMap<String, Integer> attempts,
        NavigableMap<String, Integer> hints,
        NavigableMap<String, Bill> bests,
        NavigableMap<String, LocalDate> days,
        Optional<String> track,
        NavigableSet<String> redo,
        List<String> others) {

    /** Nothing done yet. */
    public static final Progress NONE = new Progress(
            Optional.empty(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            Optional.empty(),
            new TreeSet<>(),
            List.of());

    public Progress {
        passed = Collections.unmodifiableNavigableSet(new TreeSet<>(passed));
        assisted = Collections.unmodifiableNavigableSet(new TreeSet<>(assisted));
        skipped = Collections.unmodifiableNavigableSet(new TreeSet<>(skipped));
        attempts = Collections.unmodifiableNavigableMap(new TreeMap<>(attempts));
        hints = Collections.unmodifiableNavigableMap(new TreeMap<>(hints));
        bests = Collections.unmodifiableNavigableMap(new TreeMap<>(bests));
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        redo = Collections.unmodifiableNavigableSet(new TreeSet<>(redo));
        others = List.copyOf(others);
    }

    /** Bills by money; of two at one price, the one with fewer requests is less. */
    public static final Comparator<Bill> BY_PRICE = byPrice(Prices.onDemand());

    static final BinaryOperator<Bill> CHEAPER = BinaryOperator.minBy(BY_PRICE);

    /** In millions of units, so that no division makes two equal sums differ. */
    private static Comparator<Bill> byPrice(Prices prices) {
        return Comparator.<Bill>comparingDouble(bill -> prices.ofMillions(bill.writeUnits(), bill.readUnits()))
                .thenComparingInt(Bill::requests);
    }

    /** Whether the exercise was passed, under this name or one it had before. */
    public boolean hasPassed(Exercise exercise) {
        return names(exercise).stream().anyMatch(passed::contains);
    }

    /** Whether the exercise was left for later, under this name or one it had before. */
    public boolean hasSkipped(Exercise exercise) {
        return names(exercise).stream().anyMatch(skipped::contains);
    }

    /** Whether the solution was shown before the exercise was passed. */
    public boolean wasAssisted(Exercise exercise) {
        return names(exercise).stream().anyMatch(assisted::contains);
    }

    /** Whether it was passed with help, and not been begun again since. */
    public boolean isWorthRedoing(Exercise exercise) {
        return hasPassed(exercise) && names(exercise).stream().anyMatch(redo::contains);
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

    /** The cheapest bill that passed, under any name. */
    public Optional<Bill> best(Exercise exercise) {
        return names(exercise).stream()
                .filter(bests::containsKey)
                .map(bests::get)
                .reduce(CHEAPER);
    }

    /** When it was first passed, under any name; empty if that was not noted. */
    public Optional<LocalDate> passedOn(Exercise exercise) {
        return names(exercise).stream()
                .filter(name -> hasPassed(exercise) && days.containsKey(name))
                .map(days::get)
                .min(Comparator.naturalOrder());
    }

    /** The same, with that day for everything that is passed and was not before. */
    Progress dated(Progress before, LocalDate day) {
        NavigableSet<String> fresh = new TreeSet<>(passed);
        fresh.removeAll(before.passed);
        fresh.removeAll(days.keySet());
        return fresh.isEmpty() ? this : changed(draft -> fresh.forEach(name -> draft.days.put(name, day)));
    }

    public Progress withCurrent(String id) {
        return changed(draft -> draft.current = Optional.of(id));
    }

    /** Passed; no longer skipped. */
    public Progress withPassed(String id) {
        return changed(draft -> {
            draft.passed.add(id);
            draft.skipped.remove(id);
        });
    }

    /** The answer was shown; noted for another time, until it is begun again. */
    public Progress withAssisted(String id) {
        return changed(draft -> {
            draft.assisted.add(id);
            draft.redo.add(id);
        });
    }

    public Progress withSkipped(String id) {
        return changed(draft -> draft.skipped.add(id));
    }

    /** Open again, if it was skipped. */
    public Progress withoutSkip(Exercise exercise) {
        return changed(draft -> names(exercise).forEach(draft.skipped::remove));
    }

    /** One more failed check. */
    public Progress withAttempt(String id) {
        return changed(draft -> draft.attempts.merge(id, 1, Integer::sum));
    }

    /** A hint was shown; the highest level counts. */
    public Progress withHint(String id, int level) {
        return changed(draft -> draft.hints.merge(id, level, Math::max));
    }

    /** Passed for so much; the cheapest counts. */
    public Progress withBest(String id, Bill bill) {
        return changed(draft -> draft.bests.merge(id, bill, CHEAPER));
    }

    /** Follows a selection of exercises; an empty name follows them all. */
    public Progress withTrack(String name) {
        return changed(draft -> draft.track = Optional.of(name).filter(some -> !some.isEmpty()));
    }

    /** Open again, because it passes no longer; everything else is remembered. */
    public Progress reopened(Exercise exercise) {
        List<String> names = names(exercise);
        return changed(draft -> {
            names.forEach(draft.passed::remove);
            names.forEach(draft.days::remove);
        });
    }

    /** As if never tried, except that having seen the solution, and the best bill, are remembered. */
    public Progress reset(Exercise exercise) {
        List<String> names = names(exercise);
        return changed(draft -> {
            names.forEach(draft.passed::remove);
            names.forEach(draft.skipped::remove);
            names.forEach(draft.attempts::remove);
            names.forEach(draft.hints::remove);
            names.forEach(draft.redo::remove);
            names.forEach(draft.days::remove);
        });
    }

    private Progress changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.progress();
    }

    private static List<String> names(Exercise exercise) {
        List<String> names = new ArrayList<>(exercise.formerNames());
        names.add(exercise.id());
        return names;
    }

    /** A copy to change. */
    private static final class Draft {
        private final NavigableSet<String> passed;
        private final NavigableSet<String> assisted;
        private final NavigableSet<String> skipped;
        private final NavigableMap<String, Integer> attempts;
        private final NavigableMap<String, Integer> hints;
        private final NavigableMap<String, Bill> bests;
        private final NavigableMap<String, LocalDate> days;
        private final NavigableSet<String> redo;
        private final List<String> others;
        private Optional<String> current;
        private Optional<String> track;

        private Draft(Progress from) {
            current = from.current;
            passed = new TreeSet<>(from.passed);
            assisted = new TreeSet<>(from.assisted);
            skipped = new TreeSet<>(from.skipped);
            attempts = new TreeMap<>(from.attempts);
            hints = new TreeMap<>(from.hints);
            bests = new TreeMap<>(from.bests);
            days = new TreeMap<>(from.days);
            track = from.track;
            redo = new TreeSet<>(from.redo);
            others = from.others;
        }

        private Progress progress() {
            return new Progress(current, passed, assisted, skipped, attempts, hints, bests, days, track, redo, others);
        }
    }
}
