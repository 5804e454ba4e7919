package dojo.session.dynamo;

import dojo.session.Append;
import dojo.session.Context;
import dojo.session.Created;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.Restarted;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;
import java.util.List;

/** A memory whose loads show every session as it was before its first turn. */
record BehindTheTimes(SessionMemory memory) implements SessionMemory {
    @Override
    public Loaded load(SessionId session, Window window) {
        Loaded loaded = memory.load(session, window);
        if (loaded instanceof Loaded.Found found) {
            Context now = found.context();
            Position start = Token.of(now.tail()).at(0);
            Context before = new Context(
                    session, now.customer(), now.createdAt(), now.expiresAt(), now.summary(), List.of(), false, start);
            return new Loaded.Found(before, found.bill());
        }
        return loaded;
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
    public Restarted restart(SessionId session) {
        return memory.restart(session);
    }

    @Override
    public Position position(String token) {
        return memory.position(token);
    }
}
