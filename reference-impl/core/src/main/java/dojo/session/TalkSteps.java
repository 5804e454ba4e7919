package dojo.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The requests that conversations need, of either memory. */
interface TalkSteps {
    CompletableFuture<Created> create(NewSession wish);

    CompletableFuture<Append> append(Position expected, Turn turn);

    CompletableFuture<Loaded> load(SessionId session, Window window);

    CompletableFuture<Transcript> read(SessionId session, long after, int limit);

    CompletableFuture<Replaced> replace(SessionId session, List<Turn> turns);

    CompletableFuture<Loaded> current(SessionId session);

    CompletableFuture<Restarted> restart(SessionId session);

    CompletableFuture<Void> pause(int attempt);

    /** The steps of a memory that waits, and a pause that does. */
    static TalkSteps of(SessionMemory memory, Pause pause) {
        return new TalkSteps() {
            @Override
            public CompletableFuture<Created> create(NewSession wish) {
                return now(() -> memory.create(wish));
            }

            @Override
            public CompletableFuture<Append> append(Position expected, Turn turn) {
                return now(() -> memory.append(expected, turn));
            }

            @Override
            public CompletableFuture<Loaded> load(SessionId session, Window window) {
                return now(() -> memory.load(session, window));
            }

            @Override
            public CompletableFuture<Transcript> read(SessionId session, long after, int limit) {
                return now(() -> memory.read(session, after, limit));
            }

            @Override
            public CompletableFuture<Replaced> replace(SessionId session, List<Turn> turns) {
                return now(() -> memory.replace(session, turns));
            }

            @Override
            public CompletableFuture<Loaded> current(SessionId session) {
                return now(() -> memory.current(session));
            }

            @Override
            public CompletableFuture<Restarted> restart(SessionId session) {
                return now(() -> memory.restart(session));
            }

            @Override
            public CompletableFuture<Void> pause(int attempt) {
                pause.before(attempt);
                return CompletableFuture.completedFuture(null);
            }
        };
    }

    private static <T> CompletableFuture<T> now(Supplier<T> step) {
        try {
            return CompletableFuture.completedFuture(step.get());
        } catch (RuntimeException | Error failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    /** The steps of a memory that does not wait, and a pause that holds no thread. */
    static TalkSteps of(AsyncSessionMemory memory, Pause pause) {
        return new TalkSteps() {
            @Override
            public CompletableFuture<Created> create(NewSession wish) {
                return memory.create(wish);
            }

            @Override
            public CompletableFuture<Append> append(Position expected, Turn turn) {
                return memory.append(expected, turn);
            }

            @Override
            public CompletableFuture<Loaded> load(SessionId session, Window window) {
                return memory.load(session, window);
            }

            @Override
            public CompletableFuture<Transcript> read(SessionId session, long after, int limit) {
                return memory.read(session, after, limit);
            }

            @Override
            public CompletableFuture<Replaced> replace(SessionId session, List<Turn> turns) {
                return memory.replace(session, turns);
            }

            @Override
            public CompletableFuture<Loaded> current(SessionId session) {
                return memory.current(session);
            }

            @Override
            public CompletableFuture<Restarted> restart(SessionId session) {
                return memory.restart(session);
            }

            @Override
            public CompletableFuture<Void> pause(int attempt) {
                return pause.ahead(attempt);
            }
        };
    }
}
