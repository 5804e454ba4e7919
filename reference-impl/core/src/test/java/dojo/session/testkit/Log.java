package dojo.session.testkit;

import dojo.session.Bill;
import dojo.session.Stored;
import dojo.session.StoredTurn;
import dojo.session.Summary;
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
    private final List<Summary> summaries = new ArrayList<>();
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

    Optional<Summary> summary() {
        return summaries.isEmpty() ? Optional.empty() : Optional.of(summaries.get(summaries.size() - 1));
    }

    Stored store(Summary summary) {
        long covered = summary().map(Summary::to).orElse(0L);
        if (summary.from() > covered + 1) {
            return new Stored.Gap(covered + 1, Bill.ZERO);
        }
        if (summary.from() <= covered) {
            Optional<Summary> there = summaries.stream()
                    .filter(stored -> stored.to() == summary.to())
                    .findFirst();
            if (there.isEmpty()) {
                return new Stored.Overlap(summary().orElseThrow(), Bill.ZERO);
            }
            return there.get().repeats(summary)
                    ? new Stored.AlreadyThere(there.get(), Bill.ZERO)
                    : new Stored.Mismatch(there.get(), Bill.ZERO);
        }
        if (summary.to() > turns.size()) {
            return new Stored.NoSuchTurn(Bill.ZERO);
        }
        summaries.add(summary);
        return new Stored.Kept(Bill.ZERO);
    }
}
