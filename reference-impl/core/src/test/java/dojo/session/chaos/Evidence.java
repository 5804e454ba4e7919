package dojo.session.chaos;

import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.chaos.History.Look;
import dojo.session.dynamo.Raw.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a history tells, put in order once for all rules. */
final class Evidence {

    /** How we know that a turn stands in a place. */
    enum Source {
        ACKNOWLEDGED,
        SHOWN,
        FOUND_IN_THE_TABLE
    }

    /**
     * A turn was seen in a place.
     *
     * @param since when that was known, in the order of all beginnings and ends
     */
    record Sighting(Where place, Turn turn, long since, Source source, String by) {
        TurnId id() {
            return turn.id();
        }
    }

    /** A log was opened, by a create or a restart that said so. */
    record Opening(long epoch, Op op) {
        boolean isRestart() {
            return op.ask() instanceof Ask.Restart;
        }
    }

    final History history;
    final List<Sighting> sightings = new ArrayList<>();
    final List<Opening> openings = new ArrayList<>();
    private final Map<TurnId, List<Op>> attempts = new HashMap<>();
    final Lives lives;
    /** The last place that an answer tells of. */
    final IdentityHashMap<Op, Where> tails = new IdentityHashMap<>();

    Evidence(History history) {
        this.history = history;
        history.ops().forEach(this::read);
        history.looks().forEach(this::read);
        history.ops().forEach(this::place);
        lives = new Lives(history);
    }

    List<Op> attempts(TurnId id) {
        return attempts.getOrDefault(id, List.of());
    }

    /** When the turn was first sent; never, if it was not. */
    long sent(TurnId id) {
        return attempts(id).stream().mapToLong(op -> op.span().begun()).min().orElse(Long.MAX_VALUE);
    }

    /** All that was sent under this id by then, as far as it has to be the same. */
    Set<Turn> payloads(TurnId id, long until) {
        Set<Turn> payloads = new HashSet<>();
        for (Op op : attempts(id)) {
            if (op.span().begun() < until) {
                op.ask().turns().stream()
                        .filter(turn -> turn.id().equals(id))
                        .map(Evidence::payload)
                        .forEach(payloads::add);
            }
        }
        return payloads;
    }

    /** The same turn without its note for budgets, which may differ between attempts. */
    static Turn payload(Turn turn) {
        return turn.withTokens(0);
    }

    private void read(Op op) {
        op.ask()
                .turns()
                .forEach(turn -> attempts.computeIfAbsent(turn.id(), first -> new ArrayList<>())
                        .add(op));
        if (op.said() instanceof Said.Stored stored) {
            acknowledged(op, stored.last());
        } else if (op.said() instanceof Said.AlreadyThere there) {
            acknowledged(op, there.last());
        } else if (op.said() instanceof Said.Shown shown) {
            shown.turns()
                    .forEach(seen -> see(
                            new Where(shown.tail().epoch(), seen.number()),
                            seen.turn(),
                            op.span().ended(),
                            Source.SHOWN,
                            op));
        } else if (op.said() instanceof Said.Opened opened) {
            openings.add(new Opening(opened.start().epoch(), op));
        } else if (op.said() instanceof Said.Fresh fresh) {
            openings.add(new Opening(fresh.start().epoch(), op));
        }
    }

    /** If there is room for no others between what was expected and the last turn, we know the places of all. */
    private void acknowledged(Op op, Where last) {
        List<Turn> turns = op.ask().turns();
        long place = last.number() - turns.size();
        boolean together =
                op.ask() instanceof Ask.Append append && append.expected().number() == place;
        for (Turn turn : together ? turns : turns.subList(turns.size() - 1, turns.size())) {
            place = together ? place + 1 : last.number();
            see(new Where(last.epoch(), place), turn, op.span().ended(), Source.ACKNOWLEDGED, op);
        }
    }

    /** A transcript does not say of which log it is; a turn that is known to stand in its place tells. */
    private void place(Op op) {
        Where tail = tail(op);
        if (op.said() instanceof Said.Told told && !told.turns().isEmpty()) {
            Said.Seen last = told.turns().get(told.turns().size() - 1);
            long epoch = epoch(told.turns());
            if (epoch != 0) {
                told.turns()
                        .forEach(seen -> see(
                                new Where(epoch, seen.number()),
                                seen.turn(),
                                op.span().ended(),
                                Source.SHOWN,
                                op));
                tail = new Where(epoch, last.number());
            }
        }
        if (tail != null) {
            tails.put(op, tail);
        }
    }

    /**
     * The log in which most of these turns are known to stand in these places; 0 if none is, or if two would do: a turn
     * sent once without a position may stand in the same place of the log before and of the log after a restart.
     */
    private long epoch(List<Said.Seen> turns) {
        Map<Long, TurnId> wanted = new HashMap<>();
        turns.forEach(seen -> wanted.put(seen.number(), seen.turn().id()));
        Map<Long, Set<Long>> known = new TreeMap<>();
        for (Sighting seen : sightings) {
            if (seen.id().equals(wanted.get(seen.place().number()))) {
                known.computeIfAbsent(seen.place().epoch(), first -> new HashSet<>())
                        .add(seen.place().number());
            }
        }
        int most = known.values().stream().mapToInt(Set::size).max().orElse(0);
        List<Long> logs = known.entrySet().stream()
                .filter(log -> log.getValue().size() == most)
                .map(Map.Entry::getKey)
                .toList();
        return logs.size() == 1 ? logs.get(0) : 0;
    }

    /** The last place that an answer tells of. */
    private static @Nullable Where tail(Op op) {
        if (op.said() instanceof Said.Stored stored) {
            return stored.last();
        }
        if (op.said() instanceof Said.AlreadyThere there) {
            return there.last();
        }
        if (op.said() instanceof Said.Conflict conflict) {
            return conflict.tail();
        }
        if (op.said() instanceof Said.Partly partly) {
            return partly.tail();
        }
        return op.said() instanceof Said.Shown shown ? shown.tail() : null;
    }

    private void read(Look look) {
        look.stored()
                .logs()
                .forEach((epoch, slots) -> slots.forEach(slot -> slot.turn()
                        .ifPresent(turn -> see(
                                new Where(epoch, slot.number()),
                                turn,
                                look.at(),
                                Source.FOUND_IN_THE_TABLE,
                                look.time()))));
    }

    private void see(Where place, Turn turn, long since, Source source, Object by) {
        String what = by instanceof Op op ? "call " + op.number() : "the table at " + by;
        sightings.add(new Sighting(place, payload(turn), since, source, what));
    }
}
