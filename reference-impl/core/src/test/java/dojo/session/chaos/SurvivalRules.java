package dojo.session.chaos;

import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.chaos.Evidence.Sighting;
import dojo.session.chaos.Evidence.Source;
import dojo.session.chaos.History.Look;
import dojo.session.chaos.Violation.Kind;
import dojo.session.dynamo.Raw.Slot;
import dojo.session.dynamo.Raw.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was stored stays, until nobody can ask for it any more; loads show it without holes. */
record SurvivalRules(Evidence evidence, Complaints complaints) {
    /** No place of a log may become free within this time after its end: a retry may come as late as that. */
    private static final Duration RETRIES = Duration.ofHours(1);

    void check() {
        @Nullable Look before = null;
        for (Look look : evidence.history.looks()) {
            look.stored().logs().forEach((epoch, slots) -> whole(look, epoch, slots));
            kept(look);
            together(look);
            if (before != null) {
                closed(before, look);
            }
            before = look;
        }
        evidence.history.ops().forEach(this::shown);
    }

    private boolean mayBeGone(long epoch, Look look) {
        Instant end = evidence.lives.kept(epoch);
        return end.equals(Instant.MIN) || !look.time().isBefore(end.plus(RETRIES));
    }

    private void whole(Look look, long epoch, List<Slot> slots) {
        if (mayBeGone(epoch, look)) {
            return;
        }
        long last = 0;
        boolean sealed = false;
        for (Slot slot : slots) {
            if (sealed || slot.number() != last + 1) {
                complaints.add(
                        Kind.HOLE,
                        "log " + epoch,
                        "the table at %s has place %d right after %d%s",
                        look.time(),
                        slot.number(),
                        last,
                        sealed ? ", which closes the log" : "");
            }
            last = slot.number();
            sealed = slot.turn().isEmpty();
        }
    }

    private void kept(Look look) {
        Map<Where, Turn> there = new HashMap<>();
        look.stored()
                .logs()
                .forEach((epoch, slots) -> slots.forEach(slot ->
                        slot.turn().ifPresent(turn -> there.put(new Where(epoch, slot.number()), turn))));
        for (Sighting seen : evidence.sightings) {
            boolean due = seen.since() <= look.at() && !mayBeGone(seen.place().epoch(), look);
            if (due && !there.containsKey(seen.place())) {
                complaints.add(
                        seen.source() == Source.ACKNOWLEDGED ? Kind.ACKNOWLEDGED_BUT_MISSING : Kind.LOST,
                        seen.id(),
                        "%s told of it at %s, and the table at %s has nothing there",
                        seen.by(),
                        seen.place(),
                        look.time());
            }
        }
    }

    /** Turns that were never sent but together are all there, or none of them is. */
    private void together(Look look) {
        Map<TurnId, Long> epochs = new HashMap<>();
        look.stored()
                .logs()
                .forEach((epoch, slots) ->
                        slots.forEach(slot -> slot.turn().ifPresent(turn -> epochs.put(turn.id(), epoch))));
        for (Op op : evidence.history.ops()) {
            List<TurnId> ids = op.ask().turns().stream().map(Turn::id).toList();
            List<TurnId> there = ids.stream().filter(epochs::containsKey).toList();
            boolean some = !there.isEmpty() && there.size() < ids.size();
            if (some && alwaysTogether(ids) && !mayBeGone(epochs.getOrDefault(there.get(0), 0L), look)) {
                complaints.add(
                        Kind.TORN,
                        "call " + op.number(),
                        "of the turns %s, which were always sent as one, only %s are in the table at %s",
                        ids,
                        there,
                        look.time());
            }
        }
    }

    private boolean alwaysTogether(List<TurnId> ids) {
        return evidence.attempts(ids.get(0)).stream()
                .allMatch(op -> op.ask().turns().stream().map(Turn::id).toList().equals(ids));
    }

    /** A log that was closed for good when we looked last has taken no turn since. */
    private void closed(Look before, Look look) {
        look.stored().logs().forEach((epoch, slots) -> {
            List<Slot> then = before.stored().logs().getOrDefault(epoch, List.of());
            boolean sealed = then.stream().anyMatch(slot -> slot.turn().isEmpty());
            boolean ended = !before.time().isBefore(plus(evidence.lives.over(epoch), Checker.SKEW));
            if (sealed || ended) {
                Set<Long> places = new HashSet<>();
                then.stream().filter(slot -> slot.turn().isPresent()).forEach(slot -> places.add(slot.number()));
                slots.stream()
                        .filter(slot -> slot.turn().isPresent() && !places.contains(slot.number()))
                        .forEach(slot -> complaints.add(
                                Kind.REVIVED,
                                "log " + epoch,
                                "it was over at %s, and has taken place %d since",
                                before.time(),
                                slot.number()));
            }
        });
    }

    static Instant plus(Instant instant, Duration duration) {
        return instant.equals(Instant.MAX) ? instant : instant.plus(duration);
    }

    private void told(Op op, Ask.Read read, Said.Told told) {
        long next = read.after();
        for (Said.Seen seen : told.turns()) {
            if (seen.number() != ++next) {
                hole(op, "place " + next + " is missing in it");
                return;
            }
        }
        if (told.more() ? told.turns().size() != read.limit() : told.turns().size() > read.limit()) {
            hole(
                    op,
                    "it has " + told.turns().size() + " turns and says that there are " + (told.more() ? "" : "no ")
                            + "more");
        }
    }

    private void shown(Op op) {
        if (op.ask() instanceof Ask.Read read && op.said() instanceof Said.Told told) {
            told(op, read, told);
        }
        if (!(op.said() instanceof Said.Shown shown) || !(op.ask() instanceof Ask.Load load)) {
            return;
        }
        List<Said.Seen> turns = shown.turns();
        long first = shown.tail().number() - turns.size() + 1;
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).number() != first + i) {
                hole(op, "place " + (first + i) + " is missing in it");
                return;
            }
        }
        long most = Math.min(load.window().turns(), shown.tail().number());
        Optional<Integer> budget = load.window().tokens().stream().boxed().findFirst();
        if (turns.size() > most || (budget.isEmpty() && turns.size() != most)) {
            hole(op, "it has " + turns.size() + " turns where " + most + " were to be had");
        } else if (shown.cut() != shown.tail().number() > turns.size()) {
            hole(op, "it says that it is " + (shown.cut() ? "cut" : "whole") + " and is not");
        }
    }

    private void hole(Op op, String what) {
        complaints.add(Kind.HOLE, "call " + op.number(), "%s", what);
    }
}
