package dojo.session;

import java.lang.reflect.Proxy;
import java.util.List;

/** A memory that passes everything on, for tests which change one thing. */
public class PassedOn implements SessionMemory {
    private final SessionMemory memory;

    public PassedOn(SessionMemory memory) {
        this.memory = memory;
    }

    @Override
    public Created create(NewSession wish) {
        return memory.create(wish);
    }

    @Override
    public Append append(Position expected, Turn turn) {
        return memory.append(expected, turn);
    }

    @Override
    public Loaded load(SessionId session, Window window) {
        return memory.load(session, window);
    }

    @Override
    public Append append(Position expected, List<Turn> turns) {
        return memory.append(expected, turns);
    }

    @Override
    public Append append(SessionId session, Turn turn, Scope scope) {
        return memory.append(session, turn, scope);
    }

    @Override
    public Transcript read(SessionId session, long after, int limit) {
        return memory.read(session, after, limit);
    }

    @Override
    public Stored store(SessionId session, Summary summary) {
        return memory.store(session, summary);
    }

    @Override
    public Updated update(SessionId session, Change change) {
        return memory.update(session, change);
    }

    @Override
    public Listed sessions(CustomerId customer, Page page) {
        return memory.sessions(customer, page);
    }

    @Override
    public Redacted redact(SessionId session, long number, String replacement) {
        return memory.redact(session, number, replacement);
    }

    @Override
    public Redacted remove(SessionId session, long number) {
        return memory.remove(session, number);
    }

    @Override
    public Erased erase(CustomerId customer) {
        return memory.erase(customer);
    }

    @Override
    public Erased erase(SessionId guest) {
        return memory.erase(guest);
    }

    @Override
    public Readmitted readmit(CustomerId customer) {
        return memory.readmit(customer);
    }

    @Override
    public Restarted restart(SessionId session) {
        return memory.restart(session);
    }

    @Override
    public Position position(String token) {
        return memory.position(token);
    }

    /** A memory nobody should ask anything. */
    static SessionMemory nobody() {
        return (SessionMemory) Proxy.newProxyInstance(
                PassedOn.class.getClassLoader(), new Class<?>[] {SessionMemory.class}, (self, method, arguments) -> {
                    throw new UnsupportedOperationException(method + " is not asked here");
                });
    }
}
