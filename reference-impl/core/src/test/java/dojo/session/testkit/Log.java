package dojo.session.testkit;

import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.TurnId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The turns of one session of the model, from its begin or its latest restart on. */
final class Log {
    private final List<StoredTurn> turns = new ArrayList<>();
    final Instant endsAt;
    private boolean sealed;

    Log(Instant endsAt) {
        this.endsAt = endsAt;
    }

    List<StoredTurn> turns() {
        return List.copyOf(turns);
    }

    int size() {
        return turns.size();
    }

    boolean sealed() {
        return sealed;
    }

    void seal() {
        sealed = true;
    }

    void add(Turn turn, Instant now) {
        turns.add(new StoredTurn(turns.size() + 1L, now.truncatedTo(ChronoUnit.MILLIS), turn));
    }

    /** Who stands right after this place. */
    Optional<TurnId> occupantAfter(int number) {
        return turns.size() > number ? Optional.of(turns.get(number).turn().id()) : Optional.empty();
    }

    /** Which of these turns stand after this place, in the order of the log; one that stands twice, where it is first. */
    List<StoredTurn> after(int number, Collection<TurnId> wanted) {
        Set<TurnId> missing = new HashSet<>(wanted);
        return turns.subList(Math.min(number, turns.size()), turns.size()).stream()
                .filter(stored -> missing.remove(stored.turn().id()))
                .toList();
    }

    static boolean same(StoredTurn stored, Turn turn) {
        return stored.turn().withTokens(0).equals(turn.withTokens(0));
    }
}
