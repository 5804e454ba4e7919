package dojo.session.testkit;

import dojo.session.Append;
import dojo.session.Bill;
import dojo.session.Position;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.TurnId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the model stores turns. */
final class Appends {
    private final Shelf shelf;
    private final Map<Marked, Mark> marks = new HashMap<>();

    Appends(Shelf shelf) {
        this.shelf = shelf;
    }

    private record Marked(SessionId session, TurnId turn) {}

    private record Mark(Place place, Turn turn, Instant keptUntil) {}

    Append append(Position expected, List<Turn> turns) {
        Set<TurnId> ids = idsOf(turns);
        Place place = Place.of(expected);
        Log log = shelf.logs(place.session()).get(place.log());
        if (log.erased() && shelf.now().isBefore(log.endsAt)) {
            return new Append.Closed(Append.Reason.ERASED, Bill.ZERO);
        }
        if (over(place, log)) {
            return new Append.Closed(Append.Reason.EXPIRED, Bill.ZERO);
        }
        List<StoredTurn> found = log.after(place.number(), ids);
        for (int i = 0; i < found.size(); i++) {
            StoredTurn stored = found.get(i);
            if (!stored.turn().id().equals(turns.get(i).id()) || !Log.same(stored, turns.get(i))) {
                return new Append.Mismatch(place.at(stored.number()), Bill.ZERO);
            }
        }
        if (found.size() == turns.size()) {
            return new Append.AlreadyThere(place.at(found.get(found.size() - 1).number()), Bill.ZERO);
        }
        if (log.sealed()) {
            return new Append.Closed(Append.Reason.RESTARTED, Bill.ZERO);
        }
        Optional<TurnId> occupant = log.occupantAfter(place.number());
        boolean mineAreLast = found.isEmpty()
                ? occupant.isEmpty()
                : found.get(found.size() - 1).number() == log.size();
        if (mineAreLast) {
            turns.subList(found.size(), turns.size()).forEach(turn -> log.add(turn, shelf.now()));
            shelf.active(place);
            return new Append.Appended(place.at(log.size()), Bill.ZERO);
        }
        return found.isEmpty()
                ? new Append.Conflict(occupant.orElseThrow(), place.at(log.size()), Bill.ZERO)
                : new Append.Partly(found.size(), place.at(log.size()), Bill.ZERO);
    }

    private static Set<TurnId> idsOf(List<Turn> turns) {
        Set<TurnId> ids = new HashSet<>();
        turns.forEach(turn -> ids.add(turn.id()));
        if (turns.isEmpty() || turns.size() > 99 || ids.size() < turns.size()) {
            throw new IllegalArgumentException("A batch holds 1 to 99 turns with an id each, got " + turns.size()
                    + " turns with " + ids.size() + " ids: split it, or give every turn an id of its own.");
        }
        return ids;
    }

    /** A log that is the latest of its session ends with it; one that was left behind is asked until its very end. */
    private boolean over(Place place, Log log) {
        Instant now = shelf.now();
        Head head = shelf.heads().get(place.session());
        if (head == null || head.log() != place.log()) {
            return !now.isBefore(log.endsAt);
        }
        return head.expired(now);
    }

    Append append(SessionId session, Turn turn, Scope scope) {
        Optional<Head> head = shelf.living(session);
        if (head.isEmpty()) {
            return new Append.Closed(Append.Reason.ABSENT, Bill.ZERO);
        }
        Log log = shelf.logs(session).get(head.get().log());
        Place tail = new Place(session, head.get().log(), log.size());
        if (scope instanceof Scope.Tail latest) {
            return append(tail.at(Math.max(0, log.size() - latest.turns())), turn, tail);
        }
        Instant now = shelf.now();
        Marked key = new Marked(session, turn.id());
        Mark mark = marks.get(key);
        if (mark != null && now.isBefore(mark.keptUntil())) {
            return mark.turn().withTokens(0).equals(turn.withTokens(0))
                    ? new Append.AlreadyThere(mark.place(), Bill.ZERO)
                    : new Append.Mismatch(mark.place(), Bill.ZERO);
        }
        log.add(turn, now);
        Place place = tail.at(log.size());
        shelf.active(place);
        marks.put(key, new Mark(place, turn, Head.after(now, ((Scope.Marker) scope).kept())));
        return new Append.Appended(place, Bill.ZERO);
    }

    /** Recognises the turn if it stands after {@code from}, else appends it at the tail. */
    private Append append(Place from, Turn turn, Place tail) {
        Append answer = append(from, List.of(turn));
        return answer instanceof Append.Conflict ? append(tail, List.of(turn)) : answer;
    }
}
