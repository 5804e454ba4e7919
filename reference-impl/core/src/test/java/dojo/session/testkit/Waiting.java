package dojo.session.testkit;

import dojo.session.Append;
import dojo.session.AsyncSessionMemory;
import dojo.session.Change;
import dojo.session.Created;
import dojo.session.CustomerId;
import dojo.session.Erased;
import dojo.session.Listed;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Page;
import dojo.session.Position;
import dojo.session.Readmitted;
import dojo.session.Redacted;
import dojo.session.Replaced;
import dojo.session.Restarted;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Stored;
import dojo.session.Summary;
import dojo.session.Transcript;
import dojo.session.Turn;
import dojo.session.Updated;
import dojo.session.Window;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for each answer of an asynchronous memory, so that the same contract judges it. Thread-safe if the memory is. */
public final class Waiting implements SessionMemory {
    private final AsyncSessionMemory memory;

    private Waiting(AsyncSessionMemory memory) {
        this.memory = memory;
    }

    /** The memory as one that blocks; a failed future throws its reason. */
    public static SessionMemory on(AsyncSessionMemory memory) {
        return new Waiting(memory);
    }

    private static <T> T answer(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw failed;
        }
    }

    @Override
    public Created create(NewSession wish) {
        return answer(memory.create(wish));
    }

    @Override
    public Append append(Position expected, Turn turn) {
        return answer(memory.append(expected, turn));
    }

    @Override
    public Append append(Position expected, List<Turn> turns) {
        return answer(memory.append(expected, turns));
    }

    @Override
    public Append append(SessionId session, Turn turn, Scope scope) {
        return answer(memory.append(session, turn, scope));
    }

    @Override
    public Loaded load(SessionId session, Window window) {
        return answer(memory.load(session, window));
    }

    @Override
    public Transcript read(SessionId session, long after, int limit) {
        return answer(memory.read(session, after, limit));
    }

    @Override
    public Stored store(SessionId session, Summary summary) {
        return answer(memory.store(session, summary));
    }

    @Override
    public Updated update(SessionId session, Change change) {
        return answer(memory.update(session, change));
    }

    @Override
    public Listed sessions(CustomerId customer, Page page) {
        return answer(memory.sessions(customer, page));
    }

    @Override
    public Replaced replace(SessionId session, List<Turn> turns) {
        return answer(memory.replace(session, turns));
    }

    @Override
    public Loaded current(SessionId session) {
        return answer(memory.current(session));
    }

    @Override
    public Redacted redact(SessionId session, long number, String replacement) {
        return answer(memory.redact(session, number, replacement));
    }

    @Override
    public Redacted remove(SessionId session, long number) {
        return answer(memory.remove(session, number));
    }

    @Override
    public Erased erase(CustomerId customer) {
        return answer(memory.erase(customer));
    }

    @Override
    public Erased erase(SessionId guest) {
        return answer(memory.erase(guest));
    }

    @Override
    public Readmitted readmit(CustomerId customer) {
        return answer(memory.readmit(customer));
    }

    @Override
    public Restarted restart(SessionId session) {
        return answer(memory.restart(session));
    }

    @Override
    public Position position(String token) {
        return memory.position(token);
    }
}
