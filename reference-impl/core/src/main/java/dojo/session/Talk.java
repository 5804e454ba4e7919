package dojo.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * What conversations do, written once for callers who wait and for callers who do not.
 *
 * <p>Over a memory that waits, each step is done when it returns, and so is the future. Thread-safe.
 */
final class Talk {
    private static final int KEPT_POSITIONS = 10_000;
    private static final int WALKS = 50;
    private static final int REOPENINGS = 3;

    private final TalkSteps memory;
    private final Duration lifetime;
    private final Duration idle;
    private final Positions positions = new Positions(KEPT_POSITIONS);

    Talk(TalkSteps memory, Duration lifetime, Duration idle) {
        // Refuses a bad lifetime here, and not with the first turn.
        NewSession.of("any").lasting(lifetime).idleFor(idle);
        this.memory = memory;
        this.lifetime = lifetime;
        this.idle = idle;
    }

    CompletableFuture<Void> append(SessionId session, List<Turn> turns) {
        return eachOf(turns, turn -> append(session, turn));
    }

    CompletableFuture<Void> appendOnce(SessionId session, List<Turn> turns, int lookBack) {
        Window latest = Window.latest(lookBack).anywhere();
        return eachOf(turns, turn -> appendOnce(session, turn, latest, 1));
    }

    CompletableFuture<List<StoredTurn>> load(SessionId session, Window window) {
        return memory.load(session, window).thenApply(Talk::turns);
    }

    CompletableFuture<List<StoredTurn>> read(SessionId session, long after, int limit) {
        return memory.read(session, after, limit)
                .thenApply(answer -> answer instanceof Transcript.Part part ? part.turns() : List.of());
    }

    CompletableFuture<List<StoredTurn>> current(SessionId session) {
        return memory.current(session).thenApply(Talk::turns);
    }

    CompletableFuture<Void> replace(SessionId session, List<Turn> turns) {
        return memory.replace(session, turns)
                .thenCompose(answer -> answer instanceof Replaced.Absent
                        ? open(session).thenCompose(opened -> memory.replace(session, turns))
                        : done(answer))
                .thenCompose(answer -> answer instanceof Replaced.Stored
                        ? done()
                        : failed(restless(session, "its list was replaced")));
    }

    CompletableFuture<Void> restart(SessionId session) {
        positions.forget(session);
        return memory.restart(session).thenCompose(answer -> done());
    }

    private static List<StoredTurn> turns(Loaded loaded) {
        if (loaded instanceof Loaded.Degraded less) {
            return less.turns();
        }
        return loaded instanceof Loaded.Found found ? found.context().turns() : List.of();
    }

    private CompletableFuture<Void> append(SessionId session, Turn turn) {
        return positions
                .of(session)
                .map(Talk::done)
                .orElseGet(() -> tail(session))
                .thenCompose(expected -> append(expected, session, turn, 1));
    }

    private CompletableFuture<Void> append(Position expected, SessionId session, Turn turn, int opening) {
        return patiently(expected, turn, 1).thenCompose(answer -> {
            if (settled(answer, session, turn)) {
                return done();
            }
            return opening == REOPENINGS
                    ? failed(restless(session, turn))
                    : tail(session).thenCompose(tail -> append(tail, session, turn, opening + 1));
        });
    }

    private CompletableFuture<Void> appendOnce(SessionId session, Turn turn, Window latest, int opening) {
        // Read after it was opened, and not before: whoever opened it may have stored this very turn already.
        return begun(session, latest).thenCompose(context -> {
            Optional<Turn> before = find(context, turn.id());
            if (before.isPresent()) {
                return before.get().withTokens(0).equals(turn.withTokens(0))
                        ? done()
                        : failed(usedTwice(session, turn));
            }
            return patiently(context.tail(), turn, 1).thenCompose(answer -> {
                if (settled(answer, session, turn)) {
                    return done();
                }
                return opening == REOPENINGS
                        ? failed(restless(session, turn))
                        : appendOnce(session, turn, latest, opening + 1);
            });
        });
    }

    /** As {@link PatientAppend}: follows the tail. */
    private CompletableFuture<Append> patiently(Position expected, Turn turn, int walk) {
        return memory.append(expected, turn)
                .thenCompose(answer -> answer instanceof Append.Conflict conflict && walk <= WALKS
                        ? memory.pause(walk).thenCompose(rested -> patiently(conflict.tail(), turn, walk + 1))
                        : done(answer));
    }

    /** Whether the turn is stored; if not, its log was closed: the conversation was restarted elsewhere, or ended. */
    private boolean settled(Append answer, SessionId session, Turn turn) {
        if (answer instanceof Append.Closed) {
            return false;
        }
        if (answer instanceof Append.Mismatch) {
            throw usedTwice(session, turn);
        }
        if (answer instanceof Append.Conflict) {
            throw restless(session, turn);
        }
        positions.keep(answer.positionOrThrow());
        return true;
    }

    /** Where to append a turn that is new; the conversation is opened if there is none. */
    private CompletableFuture<Position> tail(SessionId session) {
        return memory.load(session, Window.latest(1)).thenCompose(loaded -> {
            if (loaded instanceof Loaded.Found found) {
                return done(found.context().tail());
            }
            return open(session)
                    .thenCompose(created -> created instanceof Created.Live
                            ? begun(session, Window.latest(1)).thenApply(Context::tail)
                            : done(created.positionOrThrow()));
        });
    }

    private CompletableFuture<Context> begun(SessionId session, Window window) {
        return memory.load(session, window)
                .thenCompose(loaded -> loaded instanceof Loaded.Found found
                        ? done(found.context())
                        : open(session)
                                .thenCompose(created -> memory.load(session, window))
                                .thenApply(Loaded::contextOrThrow));
    }

    private CompletableFuture<Created> open(SessionId session) {
        return memory.create(NewSession.of(session.value()).lasting(lifetime).idleFor(idle));
    }

    private static Optional<Turn> find(Context context, TurnId id) {
        return context.turns().stream()
                .map(StoredTurn::turn)
                .filter(turn -> turn.id().equals(id))
                .findFirst();
    }

    private static CompletableFuture<Void> eachOf(List<Turn> turns, Function<Turn, CompletableFuture<Void>> step) {
        CompletableFuture<Void> all = done();
        for (Turn turn : turns) {
            all = all.thenCompose(before -> step.apply(turn));
        }
        return all;
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private static <T> CompletableFuture<T> done(T answer) {
        return CompletableFuture.completedFuture(answer);
    }

    private static <T> CompletableFuture<T> failed(RuntimeException reason) {
        return CompletableFuture.failedFuture(reason);
    }

    private static IllegalStateException restless(SessionId session, Turn turn) {
        return restless(session, "turn " + turn.id() + " was being added");
    }

    private static IllegalStateException restless(SessionId session, String what) {
        return new IllegalStateException("Session " + session + " did not come to rest while " + what
                + ": others append or restart all the time; repeat the call later.");
    }

    private static IllegalStateException usedTwice(SessionId session, Turn turn) {
        return new IllegalStateException("Session " + session + " holds another turn under the id " + turn.id()
                + ": give every message an id of its own, and repeat a message unchanged.");
    }

    /** The answer of a talk whose steps were done when they returned, or what the step threw. */
    static <T> T answer(CompletableFuture<T> done) {
        try {
            return done.join();
        } catch (CompletionException failure) {
            Throwable reason = failure.getCause();
            if (reason instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (reason instanceof Error thrown) {
                throw thrown;
            }
            throw failure;
        }
    }
}
