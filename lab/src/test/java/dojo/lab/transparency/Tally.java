package dojo.lab.transparency;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** How often each outcome of each operation was seen, and each listed difference. Safe for use by many threads. */
final class Tally {

    private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
    private final Map<Listed, LongAdder> listed = new EnumMap<>(Listed.class);

    Tally() {
        Arrays.stream(Listed.values()).forEach(difference -> listed.put(difference, new LongAdder()));
    }

    void count(Ask ask, Answer answer) {
        outcomes.computeIfAbsent(ask.operation() + ": " + answer.kind(), pair -> new LongAdder())
                .increment();
    }

    void count(Listed difference) {
        listed.getOrDefault(difference, new LongAdder()).increment();
    }

    long operations() {
        return outcomes.values().stream().mapToLong(LongAdder::sum).sum();
    }

    List<String> seenLessThan(int times) {
        return outcomes.entrySet().stream()
                .filter(pair -> pair.getValue().sum() < times)
                .map(pair -> pair.getKey() + " " + pair.getValue())
                .toList();
    }

    List<Listed> neverSeen() {
        return Arrays.stream(Listed.values())
                .filter(difference ->
                        listed.getOrDefault(difference, new LongAdder()).sum() == 0)
                .toList();
    }

    @Override
    public String toString() {
        return outcomes.entrySet().stream()
                        .map(pair -> String.format("%8d %s", pair.getValue().sum(), pair.getKey()))
                        .collect(Collectors.joining("\n"))
                + listed.entrySet().stream()
                        .map(pair -> String.format(
                                "%n%8d difference %s", pair.getValue().sum(), pair.getKey()))
                        .collect(Collectors.joining());
    }
}
