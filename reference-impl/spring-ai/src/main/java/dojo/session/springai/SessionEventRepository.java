package dojo.session.springai;

import dojo.session.Append;
import dojo.session.NewSession;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.TurnId;
import dojo.session.dynamo.EventLog;
import dojo.session.dynamo.EventLog.Events;
import dojo.session.dynamo.SessionRegister;
import dojo.session.dynamo.SessionRegister.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.session.EventFilter;
import org.springframework.ai.session.Session;
import org.springframework.ai.session.SessionEvent;
import org.springframework.ai.session.SessionRepository;

/**
 * The {@code SessionRepository} of Spring AI's community, release 0.6, on the session memory.
 *
 * <p>An event is a turn: appended once for its id, in one order for all readers, and never rewritten. A compaction writes
 * its new events and a list of places in one transaction, if the version is still the one it has seen. Sessions stand in
 * a register; what has expired is gone at once, whoever deletes it. Thread-safe.
 *
 * <p>Costs: appending an event, 1 read unit to see the session, and what the {@link Scope} costs that recognises a
 * repetition; saving a session, 1 read unit and 4 write units, 6 the first time; reading events, 1 read unit and one for
 * each started 4 KB of the log, whatever the filter lets through. Erasing a customer's data is the memory's business, not
 * {@link #delete}'s: that hides the events at once, and they are deleted when the session's time is over.
 */
public final class SessionEventRepository implements SessionRepository {
    /** The register's name; other programs must not use it for something else. */
    public static final String REGISTER = "spring-ai-sessions";

    private static final Duration WITHOUT_END = Duration.ofDays(3_649);
    private static final int MOST_SESSIONS = 100_000;

    private final SessionMemory memory;
    private final EventLog log;
    private final SessionRegister register;
    private final InstantSource clock;
    private final Scope scope;

    private SessionEventRepository(
            SessionMemory memory, EventLog log, SessionRegister register, InstantSource clock, Scope scope) {
        this.memory = memory;
        this.log = log;
        this.register = register;
        this.clock = clock;
        this.scope = scope;
    }

    /**
     * Sessions in one table, on one clock; an event that is sent again within a day is recognised.
     *
     * @param register of the name {@link #REGISTER}
     */
    public static SessionEventRepository over(
            SessionMemory memory, EventLog log, SessionRegister register, InstantSource clock) {
        return new SessionEventRepository(memory, log, register, clock, Scope.marker(Duration.ofDays(1)));
    }

    /** The same, recognising repetitions in another way; {@link Scope#tail} is cheaper and sees less far. */
    public SessionEventRepository recognisingBy(Scope other) {
        return new SessionEventRepository(memory, log, register, clock, other);
    }

    /**
     * Opens a session, or changes its metadata and owner; its events stay.
     *
     * <p>The first save decides when the session ends at the latest; a later one may only end it earlier. One without an
     * end lives ten years.
     *
     * @return the session as it is kept
     */
    @Override
    public Session save(Session session) {
        SessionId id = SessionId.of(session.id());
        Instant now = clock.instant();
        Instant wanted = session.expiresAt() == null ? now.plus(WITHOUT_END) : session.expiresAt();
        Instant until = wanted.truncatedTo(ChronoUnit.MILLIS);
        Optional<Entry> before = register.find(id);
        boolean alive = before.filter(entry -> entry.until().isAfter(now)).isPresent();
        if (alive && before.get().until().isBefore(until)) {
            until = before.get().until();
        }
        if (!alive && until.isAfter(now.plusSeconds(1))) {
            memory.create(NewSession.of(session.id())
                    .ownedBy(session.userId())
                    .lasting(Duration.between(now, until).plusMillis(999)));
        }
        before.map(SessionEntries::owner)
                .filter(owner -> !owner.equals(session.userId()))
                .ifPresent(owner -> register.of(owner).leave(id));
        Entry entry = SessionEntries.entry(session, until);
        register.of(session.userId()).enter(entry);
        register.enter(entry);
        return SessionEntries.session(entry);
    }

    @Override
    public @Nullable Session findById(String sessionId) {
        return alive(sessionId).map(SessionEntries::session).orElse(null);
    }

    private Optional<Entry> alive(String sessionId) {
        return register.find(SessionId.of(sessionId)).filter(this::alive);
    }

    private boolean alive(Entry entry) {
        return entry.until().isAfter(clock.instant());
    }

    /** The sessions of a user, in no order, strongly consistent: one question to one partition. */
    @Override
    public List<Session> findByUserId(String userId) {
        return register.of(userId).all(MOST_SESSIONS).stream()
                .filter(this::alive)
                .map(SessionEntries::session)
                .toList();
    }

    /**
     * Sessions whose time was over before that instant, for a week; from the register, never from a Scan.
     *
     * <p>Nothing depends on deleting them: they are invisible, and DynamoDB deletes them by itself. Costs 8 read units at
     * least, and 1 for each started 4 KB of all sessions, which are about twenty.
     *
     * @throws IllegalStateException if there are more than 100,000 sessions
     */
    @Override
    public List<String> findExpiredSessionIds(Instant before) {
        return register.all(MOST_SESSIONS).stream()
                .filter(entry -> entry.until().isBefore(before))
                .map(entry -> entry.session().value())
                .toList();
    }

    @Override
    public void delete(String sessionId) {
        SessionId id = SessionId.of(sessionId);
        register.find(id)
                .map(SessionEntries::owner)
                .ifPresent(owner -> register.of(owner).leave(id));
        memory.restart(id);
        register.leave(id);
    }

    /**
     * Appends an event, unless one of its id is there.
     *
     * @throws IllegalArgumentException if there is no such session, or another event of this id
     */
    @Override
    public void appendEvent(SessionEvent event) {
        SessionId session = SessionId.of(event.getSessionId());
        Turn turn = EventTurns.turn(event);
        if (alive(event.getSessionId()).isEmpty()) {
            throw unknown(session);
        }
        Append answer = memory.append(session, turn, scope);
        if (answer instanceof Append.Closed) {
            throw unknown(session);
        }
        if (answer instanceof Append.Mismatch) {
            throw new IllegalArgumentException("Session " + session + " holds another event under the id "
                    + event.getId() + ": give every event an id of its own, and repeat an event unchanged.");
        }
        answer.positionOrThrow();
    }

    /**
     * Puts events aside and makes others the active ones, if the version is still the expected one.
     *
     * @return false if somebody changed the log in between; nothing was written then
     * @throws IllegalArgumentException if there is no such session, or more than 99 retained events are new
     */
    @Override
    public boolean compactEvents(
            String sessionId, List<SessionEvent> archived, List<SessionEvent> retained, long expectedVersion) {
        SessionId session = SessionId.of(sessionId);
        if (alive(sessionId).isEmpty()) {
            throw unknown(session);
        }
        return log.compact(
                        session,
                        expectedVersion,
                        archived.stream().map(event -> TurnId.of(event.getId())).toList(),
                        retained.stream().map(EventTurns::turn).toList())
                .orElseThrow(() -> unknown(session));
    }

    /** How often the log has changed: rises by one with each event appended and each compaction. */
    @Override
    public long getEventVersion(String sessionId) {
        return log.revision(SessionId.of(sessionId));
    }

    /** Oldest first; what was archived stands before what is active. Empty if there is no such session. */
    @Override
    public List<SessionEvent> findEvents(String sessionId, EventFilter filter) {
        Optional<Events> events = log.read(SessionId.of(sessionId), !filter.excludeArchived());
        List<SessionEvent> found = new ArrayList<>();
        events.ifPresent(all -> {
            all.archived().forEach(stored -> found.add(EventTurns.event(sessionId, stored, true)));
            all.current().forEach(stored -> found.add(EventTurns.event(sessionId, stored, false)));
        });
        found.removeIf(event -> !filter.matches(event));
        return List.copyOf(part(found, filter));
    }

    private static List<SessionEvent> part(List<SessionEvent> found, EventFilter filter) {
        Integer last = filter.lastN();
        if (last != null) {
            return found.subList(Math.max(0, found.size() - last), found.size());
        }
        Integer size = filter.pageSize();
        if (size == null) {
            return found;
        }
        long from = (long) size * Optional.ofNullable(filter.page()).orElse(0);
        return found.subList((int) Math.min(from, found.size()), (int) Math.min(from + size, found.size()));
    }

    private static IllegalArgumentException unknown(SessionId session) {
        return new IllegalArgumentException("Session not found: " + session
                + ". It was never saved, was deleted, or has expired: save it before its first event.");
    }
}
