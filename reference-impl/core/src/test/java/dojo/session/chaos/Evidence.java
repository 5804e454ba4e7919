package dojo.session.chaos;

import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.chaos.History.Look;
import dojo.session.dynamo.Raw.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** Between which two instants a log ends, for all that is known. */
    record End(Instant earliest, Instant latest) {
        static final End UNKNOWN = new End(Instant.MIN, Instant.MAX);
    }

    final History history;
    final List<Sighting> sightings = new ArrayList<>();
    final List<Opening> openings = new ArrayList<>();
    private final Map<TurnId, List<Op>> attempts = new HashMap<>();
    private final Map<Long, End> ends = new HashMap<>();
    private End anyEnd = End.UNKNOWN;

    Evidence(History history) {
        this.history = history;
        history.ops().forEach(this::read);
        history.looks().forEach(this::read);
        ends();
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

    /** When the log of this epoch ends; a restart changes nothing about it. */
    End end(long epoch) {
        return ends.getOrDefault(epoch, anyEnd);
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

    private void ends() {
        Instant least = Instant.MAX;
        Instant most = Instant.MIN;
        for (Op op : history.ops()) {
            if (op.ask() instanceof Ask.Create create) {
                Duration lifetime = create.wish().lifetime();
                Instant earliest = op.span().earliest().plus(lifetime);
                // A started second counts.
                Instant latest = op.span().latest().plus(lifetime).plusSeconds(1);
                least = earliest.isBefore(least) ? earliest : least;
                most = latest.isAfter(most) ? latest : most;
                if (op.said() instanceof Said.Opened opened && !opened.how().equals("AlreadyThere")) {
                    ends.put(opened.start().epoch(), new End(earliest, latest));
                }
            } else if (op.said() instanceof Said.Shown shown) {
                ends.put(shown.tail().epoch(), new End(shown.expiresAt(), shown.expiresAt()));
            }
        }
        history.looks()
                .forEach(look -> look.stored()
                        .head()
                        .ifPresent(head -> ends.put(head.epoch(), new End(head.expiresAt(), head.expiresAt()))));
        anyEnd = most.equals(Instant.MIN) ? End.UNKNOWN : new End(least, most);
    }
}
