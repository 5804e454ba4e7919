package dojo.session.table;

import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;

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
        Position tail = memory.load(session, Window.latest(1)).contextOrThrow().tail();
        memory.append(tail, List.of(Turn.user("m-4", "And this?"), Turn.assistant("m-5", "That too.")));
        memory.append(session, Turn.user("m-6", "From a queue."), Scope.tail(5));
        memory.append(session, Turn.user("m-7", "From a queue."), Scope.marker(Duration.ofHours(1)));
        memory.read(session, 0, 100);
        memory.load(session, Window.latest(10).within(100).eventually());
        memory.restart(session);
        memory.append(start, Turn.user("m-3", "Too late."));
        memory.position(start.token());
    }
}
