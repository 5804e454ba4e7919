package dojo.session.testkit;

import dojo.session.Append;
import dojo.session.Bill;
import dojo.session.Context;
import dojo.session.Created;
import dojo.session.CustomerId;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.Restarted;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.StoredTurn;
import dojo.session.Transcript;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session memory so simple that it is obviously right: lists behind one lock, everything kept for ever.
 *
 * <p>It is the model that other implementations are compared with, and a stand-in for tests without a database. Its
 * bills are empty. Thread-safe.
 */
public final class InMemorySessionMemory implements SessionMemory {
    private final InstantSource clock;
    private final Map<SessionId, Head> heads = new HashMap<>();
    /** Of one session id, the logs of all its sessions and restarts; a position names its log by the index. */
    private final Map<SessionId, List<Log>> logs = new HashMap<>();

    private InMemorySessionMemory(InstantSource clock) {
        this.clock = clock;
    }

    /** An empty memory on this clock. */
    public static InMemorySessionMemory on(InstantSource clock) {
        return new InMemorySessionMemory(clock);
    }

    private record Head(
            String requestId, Optional<CustomerId> customer, Instant createdAt, Instant expiresAt, int log) {
        boolean expired(Instant now) {
            return !now.isBefore(expiresAt);
        }

        Head restarted() {
            return new Head(requestId, customer, createdAt, expiresAt, log + 1);
        }
    }

    private static final class Log {
        private final List<StoredTurn> turns = new ArrayList<>();
        private final Instant expiresAt;
        private boolean sealed;

        Log(Instant expiresAt) {
            this.expiresAt = expiresAt;
        }
    }

    @Override
    public synchronized Created create(NewSession wish) {
        Instant now = clock.instant();
        Head there = heads.get(wish.id());
        if (there == null) {
            return new Created.Opened(begin(wish, now), Bill.ZERO);
        }
        if (there.requestId().equals(wish.requestId())) {
            if (!there.customer().equals(wish.customer())) {
                return new Created.Mismatch(Bill.ZERO);
            }
            return there.expired(now)
                    ? new Created.Spent(there.expiresAt(), Bill.ZERO)
                    : new Created.AlreadyThere(new Place(wish.id(), there.log(), 0), Bill.ZERO);
        }
        return there.expired(now)
                ? new Created.Reclaimed(begin(wish, now), Bill.ZERO)
                : new Created.Live(there.expiresAt(), Bill.ZERO);
    }

    private Place begin(NewSession wish, Instant now) {
        Instant end = now.plus(wish.lifetime());
        Instant wholeSecond = end.truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = wholeSecond.equals(end) ? end : wholeSecond.plusSeconds(1);
        List<Log> ofTheId = logs(wish.id());
        ofTheId.add(new Log(expiresAt));
        int log = ofTheId.size() - 1;
        heads.put(
                wish.id(),
                new Head(wish.requestId(), wish.customer(), now.truncatedTo(ChronoUnit.MILLIS), expiresAt, log));
        return new Place(wish.id(), log, 0);
    }

    @Override
    public synchronized Append append(Position expected, Turn turn) {
        Place place = Place.of(expected);
        Log log = logs(place.session()).get(place.log());
        Instant now = clock.instant();
        if (!now.isBefore(log.expiresAt)) {
            return new Append.Closed(Append.Reason.EXPIRED, Bill.ZERO);
        }
        List<StoredTurn> later = log.turns.subList(place.number(), log.turns.size());
        for (StoredTurn stored : later) {
            if (stored.turn().id().equals(turn.id())) {
                Place where = place.at((int) stored.number());
                return stored.turn().withTokens(0).equals(turn.withTokens(0))
                        ? new Append.AlreadyThere(where, Bill.ZERO)
                        : new Append.Mismatch(where, Bill.ZERO);
            }
        }
        if (log.sealed) {
            return new Append.Closed(Append.Reason.RESTARTED, Bill.ZERO);
        }
        if (!later.isEmpty()) {
            return new Append.Conflict(later.get(0).turn().id(), place.at(log.turns.size()), Bill.ZERO);
        }
        Place next = place.at(place.number() + 1);
        log.turns.add(new StoredTurn(next.number(), now.truncatedTo(ChronoUnit.MILLIS), turn));
        return new Append.Appended(next, Bill.ZERO);
    }

    @Override
    public synchronized Append append(Position expected, List<Turn> turns) {
        throw new UnsupportedOperationException("The model does not know batches yet.");
    }

    @Override
    public synchronized Append append(SessionId session, Turn turn, Scope scope) {
        throw new UnsupportedOperationException("The model does not know scopes yet.");
    }

    @Override
    public synchronized Transcript read(SessionId session, long after, int limit) {
        throw new UnsupportedOperationException("The model does not read transcripts yet.");
    }

    @Override
    public synchronized Loaded load(SessionId session, Window window) {
        Head head = heads.get(session);
        if (head == null || head.expired(clock.instant())) {
            return new Loaded.Absent(Bill.ZERO);
        }
        List<StoredTurn> all = logs(session).get(head.log()).turns;
        List<StoredTurn> shown = latest(all, window);
        Context context = new Context(
                session,
                head.customer(),
                head.createdAt(),
                head.expiresAt(),
                Optional.empty(),
                shown,
                shown.size() < all.size(),
                new Place(session, head.log(), all.size()));
        return new Loaded.Found(context, Bill.ZERO);
    }

    private static List<StoredTurn> latest(List<StoredTurn> all, Window window) {
        Deque<StoredTurn> shown = new ArrayDeque<>();
        long tokens = 0;
        for (int i = all.size() - 1; i >= 0 && shown.size() < window.turns(); i--) {
            tokens += all.get(i).turn().tokens();
            if (window.tokens().isPresent() && tokens > window.tokens().getAsInt()) {
                break;
            }
            shown.addFirst(all.get(i));
        }
        return List.copyOf(shown);
    }

    @Override
    public synchronized Restarted restart(SessionId session) {
        Head head = heads.get(session);
        if (head == null || head.expired(clock.instant())) {
            return new Restarted.Absent(Bill.ZERO);
        }
        List<Log> ofTheId = logs(session);
        ofTheId.get(head.log()).sealed = true;
        ofTheId.add(new Log(head.expiresAt()));
        heads.put(session, head.restarted());
        return new Restarted.Fresh(new Place(session, head.log() + 1, 0), Bill.ZERO);
    }

    @Override
    public synchronized Position position(String token) {
        Place place = Place.parse(token);
        List<Log> ofTheId = logs(place.session());
        if (place.log() >= ofTheId.size()
                || place.number() > ofTheId.get(place.log()).turns.size()) {
            throw new IllegalArgumentException(
                    "This memory has no such place, got \"" + token + "\": load the session for its position.");
        }
        return place;
    }

    private List<Log> logs(SessionId session) {
        return logs.computeIfAbsent(session, id -> new ArrayList<>());
    }
}
