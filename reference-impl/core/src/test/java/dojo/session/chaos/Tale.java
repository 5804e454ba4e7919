package dojo.session.chaos;

import dojo.session.Append;
import dojo.session.NewSession;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.chaos.History.Look;
import dojo.session.dynamo.Raw.Head;
import dojo.session.dynamo.Raw.Slot;
import dojo.session.dynamo.Raw.Stored;
import dojo.session.dynamo.Raw.Where;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A history made up call by call, each a second after the one before; turns are named, and say their name. */
final class Tale {
    static final Instant START = Instant.parse("2086-11-22T12:00:00Z");
    static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final SessionId SESSION = SessionId.of("s");

    private final List<Op> ops = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private final Map<Long, List<Slot>> table = new TreeMap<>();
    private Instant now = START;
    private long tick;
    private long overlap;
    private Duration skew = Duration.ZERO;

    History history() {
        return new History(SESSION, ops, looks);
    }

    static Turn turn(String name) {
        return Turn.user(name, "says " + name);
    }

    static Where at(long epoch, long number) {
        return new Where(epoch, number);
    }

    /** The next call begins before so many of those before it ended. */
    Tale overlapping(int calls) {
        overlap = 2L * calls;
        return this;
    }

    /** The next call is made by somebody whose clock is ahead by so much. */
    Tale on(Duration ahead) {
        skew = ahead;
        return this;
    }

    Tale later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Tale call(Ask ask, Said said) {
        long begun = ++tick - overlap;
        now = now.plusSeconds(1);
        ops.add(new Op(ops.size() + 1, "w", ask, said, new Span(begun, ++tick, now, now, skew)));
        overlap = 0;
        skew = Duration.ZERO;
        return this;
    }

    static Ask.Create wish(String request) {
        return new Ask.Create(NewSession.of("s").requestedAs(request).lasting(LIFETIME));
    }

    Tale opened(String request, String how, long epoch) {
        return call(wish(request), new Said.Opened(how, at(epoch, 0)));
    }

    Tale restarted(long epoch) {
        return call(new Ask.Restart(), new Said.Fresh(at(epoch, 0)));
    }

    /** Stored right after {@code expected}. */
    Tale stored(String name, long epoch, long expected) {
        return append(turn(name), at(epoch, expected), new Said.Stored(at(epoch, expected + 1)));
    }

    Tale append(Turn turn, Where expected, Said said) {
        return call(new Ask.Append(expected, turn), said);
    }

    Tale there(String name, long epoch, long expected, long place) {
        return append(turn(name), at(epoch, expected), new Said.AlreadyThere(at(epoch, place)));
    }

    /** Stored by somebody without a position, who asked for it to be there once in the log that is open. */
    Tale once(String name, long epoch, long number) {
        return call(new Ask.Once(turn(name), Scope.tail(100)), new Said.Stored(at(epoch, number)));
    }

    /** A transcript of the log that is open, whichever that is. */
    Tale told(String... names) {
        List<Said.Seen> seen = new ArrayList<>();
        for (String name : names) {
            seen.add(new Said.Seen(seen.size() + 1L, turn(name)));
        }
        return call(new Ask.Read(0, 100), new Said.Told(seen, false));
    }

    Tale lost(String name, long epoch, long expected) {
        return append(turn(name), at(epoch, expected), new Said.Unknown("lost"));
    }

    Tale conflict(String name, long epoch, long expected, String occupant, long tail) {
        return append(turn(name), at(epoch, expected), new Said.Conflict(occupant, at(epoch, tail)));
    }

    Tale closed(String name, long epoch, long expected, Append.Reason reason) {
        return append(turn(name), at(epoch, expected), new Said.Closed(reason));
    }

    /** A strongly consistent load that shows the whole log. */
    Tale shown(long epoch, String... names) {
        return shown(Window.latest(100), epoch, names.length, names);
    }

    Tale shown(Window window, long epoch, long tail, String... names) {
        List<Said.Seen> seen = new ArrayList<>();
        for (String name : names) {
            seen.add(new Said.Seen(tail - names.length + seen.size() + 1, turn(name)));
        }
        return shown(window, epoch, tail, seen);
    }

    Tale shown(Window window, long epoch, long tail, List<Said.Seen> seen) {
        boolean cut = tail > seen.size();
        return call(new Ask.Load(window), new Said.Shown(at(epoch, tail), seen, cut, START.plus(LIFETIME)));
    }

    Tale absent() {
        return call(new Ask.Load(Window.latest(100)), new Said.Absent());
    }

    /** Makes the log look like this in the table. */
    Tale log(long epoch, String... names) {
        table.put(epoch, slots(names));
        return this;
    }

    private static List<Slot> slots(String... names) {
        List<Slot> slots = new ArrayList<>();
        Arrays.stream(names).forEach(name -> slots.add(slot(slots.size() + 1, turn(name))));
        return slots;
    }

    Tale sealed(long epoch, String... names) {
        List<Slot> slots = slots(names);
        slots.add(new Slot(names.length + 1L, Optional.empty(), START));
        table.put(epoch, slots);
        return this;
    }

    static Slot slot(long number, Turn turn) {
        return new Slot(number, Optional.of(turn), START);
    }

    Tale slots(long epoch, Slot... slots) {
        table.put(epoch, List.of(slots));
        return this;
    }

    /** The table is looked at and has no head. */
    Tale headless() {
        looks.add(new Look(++tick, now, new Stored(Optional.empty(), Map.of())));
        return this;
    }

    /** What the table holds is looked at, and is open at this epoch. */
    Tale look(long epoch) {
        Map<Long, List<Slot>> copy = new TreeMap<>();
        table.forEach((log, slots) -> copy.put(log, List.copyOf(slots)));
        looks.add(new Look(++tick, now, new Stored(Optional.of(new Head(epoch, START.plus(LIFETIME))), copy)));
        return this;
    }
}
