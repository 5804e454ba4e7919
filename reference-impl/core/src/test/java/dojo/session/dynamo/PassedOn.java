package dojo.session.dynamo;

import dojo.session.Append;
import dojo.session.Created;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.Restarted;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;

/** A memory that passes everything on, for tests which change one thing. */
class PassedOn implements SessionMemory {
    private final SessionMemory memory;

    PassedOn(SessionMemory memory) {
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
    public Restarted restart(SessionId session) {
        return memory.restart(session);
    }

    @Override
    public Position position(String token) {
        return memory.position(token);
    }
}
