package dojo.session.testkit;

import dojo.session.Bill;
import dojo.session.Redacted;
import dojo.session.Stored;
import dojo.session.StoredTurn;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The turns of one session of the model, from its begin or its latest restart on. */
final class Log {
    private final List<StoredTurn> turns = new ArrayList<>();
    final Instant endsAt;
    /** What was wished to be read, and how long the log was then; without such a wish, the list is the log. */
    private List<StoredTurn> listed = List.of();

    private int listedUpTo;
    private final List<Summary> summaries = new ArrayList<>();
    /** What is shown instead of a turn that was redacted; nothing if it was removed. */
    private final Map<Long, Optional<Turn>> takenBack = new HashMap<>();

    private final Set<Summary> emptied = new HashSet<>();
    private boolean sealed;
    private boolean erased;

    Log(Instant endsAt) {
        this.endsAt = endsAt;
    }

    /** What is shown; what was taken back is kept to recognise its retry. */
    List<StoredTurn> turns() {
        return shown(turns);
    }

    private List<StoredTurn> shown(List<StoredTurn> some) {
        return some.stream()
                .flatMap(stored -> takenBack
                        .getOrDefault(stored.number(), Optional.of(stored.turn()))
                        .map(turn -> new StoredTurn(stored.number(), stored.at(), turn))
                        .stream())
                .toList();
    }

    Redacted takeBack(long number, Optional<Turn> replacement) {
        boolean removed =
                takenBack.getOrDefault(number, Optional.of(Turn.user("t", ""))).isEmpty();
        if (number > turns.size() || (removed && replacement.isPresent())) {
            return new Redacted.NoSuchTurn(Bill.ZERO);
        }
        takenBack.put(number, replacement);
        List<Summary> quoting =
                summaries.stream().filter(summary -> summary.to() >= number).toList();
        emptied.addAll(quoting);
        return new Redacted.Done(
                quoting.stream()
                        .map(summary -> new Redacted.Span(summary.from(), summary.to()))
                        .toList(),
                Bill.ZERO);
    }

    Turn at(long number) {
        return turns.get((int) number - 1).turn();
    }

    Optional<Summary> shownSummary() {
        return summary().filter(summary -> !emptied.contains(summary));
    }

    int size() {
        return turns.size();
    }

    boolean sealed() {
        return sealed;
    }

    boolean erased() {
        return erased;
    }

    void erase() {
        turns.clear();
        summaries.clear();
        takenBack.clear();
        emptied.clear();
        listed = List.of();
        listedUpTo = 0;
        sealed = true;
        erased = true;
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

    List<StoredTurn> latest(Window window) {
        List<StoredTurn> all = turns();
        Deque<StoredTurn> shown = new ArrayDeque<>();
        long tokens = 0;
        for (int i = all.size() - 1; i >= 0 && shown.size() < window.turns(); i--) {
            tokens += all.get(i).turn().tokens();
            if (window.tokens().isPresent() && tokens > window.tokens().getAsInt()) {
                break;
            }
            shown.addFirst(all.get(i));
        }
        return window.cut(List.copyOf(shown));
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

    /** The list, and all that was appended since. */
    List<StoredTurn> current() {
        List<StoredTurn> current = new ArrayList<>(listed);
        current.addAll(turns.subList(listedUpTo, turns.size()));
        return shown(current);
    }

    /** Turns of the current list are found again by what they say, each once; the rest are appended. */
    void replace(List<Turn> wanted, Instant now) {
        List<StoredTurn> known = new ArrayList<>(current());
        List<StoredTurn> list = new ArrayList<>();
        for (Turn turn : wanted) {
            Optional<StoredTurn> same = known.stream()
                    .filter(stored -> sameWords(stored.turn(), turn))
                    .findFirst();
            same.ifPresent(known::remove);
            list.add(same.orElseGet(() -> {
                add(turn, now);
                return turns.get(turns.size() - 1);
            }));
        }
        listed = List.copyOf(list);
        listedUpTo = turns.size();
    }

    static boolean sameWords(Turn one, Turn other) {
        return one.role().equals(other.role())
                && one.text().equals(other.text())
                && one.attributes().equals(other.attributes());
    }
}
