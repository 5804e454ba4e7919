package dojo.session.chaos;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What happened in an episode, in numbers; adds up to what happened in all of them. Safe for use by many threads. */
final class Tally {
    private final Map<Trouble, Long> troubles = new EnumMap<>(Trouble.class);
    private final Map<String, Long> answers = new TreeMap<>();
    private long operations;
    private long calm;
    private long calmAcknowledged;

    synchronized void met(Trouble trouble, long times) {
        troubles.merge(trouble, times, Long::sum);
    }

    synchronized void answered(String answer) {
        operations++;
        answers.merge(answer, 1L, Long::sum);
    }

    /** A piece of work that was due once faults had stopped. */
    synchronized void calm(boolean acknowledged) {
        calm++;
        calmAcknowledged += acknowledged ? 1 : 0;
    }

    synchronized void add(Tally other) {
        other.troubles.forEach(this::met);
        other.answers.forEach((answer, times) -> answers.merge(answer, times, Long::sum));
        operations += other.operations;
        calm += other.calm;
        calmAcknowledged += other.calmAcknowledged;
    }

    synchronized long met(Trouble trouble) {
        return troubles.getOrDefault(trouble, 0L);
    }

    synchronized long operations() {
        return operations;
    }

    synchronized double acknowledgedInCalm() {
        return calm == 0 ? 0 : (double) calmAcknowledged / calm;
    }

    @Override
    public synchronized String toString() {
        return "%,d operations %s%n  met %s%n  once faults had stopped, %,d of %,d pieces of work were acknowledged"
                .formatted(operations, answers, troubles, calmAcknowledged, calm);
    }
}
