package dojo.session.table;

import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;

/** Every operation of a session memory, and every path of each that asks for something else. */
final class Tour {
    private Tour() {}

    static void of(SessionMemory memory, String prefix) {
        SessionId session = SessionId.of(prefix + "s-42");
        NewSession wish = NewSession.of(session.value()).ownedBy(prefix + "c-7");
        Position start = memory.create(wish).positionOrThrow();
        memory.create(wish);
        memory.create(NewSession.of(prefix + "guest"));

        memory.append(start, Turn.user("m-1", "Is it out?"));
        memory.append(start, Turn.user("m-2", "Somebody else asks something else."));
        memory.load(session, Window.latest(10));
        memory.load(session, Window.latest(10).within(100).eventually());
        memory.restart(session);
        memory.append(start, Turn.user("m-3", "Too late."));
        memory.position(start.token());
    }
}
