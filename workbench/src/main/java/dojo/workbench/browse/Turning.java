package dojo.workbench.browse;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Filter;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Filters that a key turns on and further, its capital letter back; after the last value comes none.
 *
 * <p>Only values that leave something to see, with the other filters as they are, are among them.
 */
record Turning(Catalogue catalogue, Progress progress, Filter filter) {
    private static final List<Integer> MINUTES = List.of(5, 10, 15, 20, 30, 45, 60);

    /** The filter after that key; the same if it turns nothing. */
    Filter by(char letter) {
        boolean back = Character.isUpperCase(letter);
        return switch (Character.toLowerCase(letter)) {
            case 't' -> filter.withTopic(turned(topics(), filter.topic(), back));
            case 'l' -> filter.withLevel(turned(levels(), filter.level(), back));
            case 'm' -> filter.withMinutes(turned(minutes(), filter.minutes(), back));
            case 'o' -> filter.withState(turned(states(), filter.state(), back));
            case 'f' -> filter.withFidelity(turned(fidelities(), filter.fidelity(), back));
            default -> filter;
        };
    }

    /** The most frequent first, as they are what most people look for. */
    private List<String> topics() {
        Map<String, Integer> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        left(filter.withTopic(Optional.empty()))
                .flatMap(exercise -> exercise.readme().topics().stream())
                .forEach(topic -> counts.merge(topic, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Integer> levels() {
        return left(filter.withLevel(Optional.empty()))
                .map(exercise -> exercise.readme().level())
                .distinct()
                .sorted()
                .toList();
    }

    private List<Integer> minutes() {
        List<Integer> taken = left(filter.withMinutes(Optional.empty()))
                .map(exercise -> exercise.readme().minutes())
                .toList();
        return MINUTES.stream()
                .filter(most -> taken.stream().anyMatch(one -> one <= most)
                        && taken.stream().anyMatch(one -> one > most))
                .toList();
    }

    private List<State> states() {
        return left(filter.withState(Optional.empty()))
                .map(exercise -> State.of(exercise, progress))
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> fidelities() {
        return left(filter.withFidelity(Optional.empty()))
                .map(exercise -> exercise.readme().fidelity())
                .filter(label -> !label.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Exercise> left(Filter others) {
        return others.of(catalogue.all(), progress).stream();
    }

    private static <T> Optional<T> turned(List<T> values, Optional<T> now, boolean back) {
        List<Optional<T>> round = new ArrayList<>();
        round.add(Optional.empty());
        values.forEach(value -> round.add(Optional.of(value)));
        int here = Math.max(0, round.indexOf(now));
        return round.get(Math.floorMod(here + (back ? -1 : 1), round.size()));
    }
}
