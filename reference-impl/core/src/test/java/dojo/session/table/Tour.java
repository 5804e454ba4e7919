package dojo.session.table;

import dojo.session.Change;
import dojo.session.CustomerId;
import dojo.session.NewSession;
import dojo.session.Page;
import dojo.session.Position;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.time.Instant;
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
        Turn large = Turn.user("m-10", "more than one item holds, ".repeat(20_000));
        long number = memory.read(session, 0, 100).turnsOrThrow().size() + 1L;
        memory.append(session, large, Scope.tail(5));
        memory.redact(session, number, "[taken back]");
        memory.append(session, Turn.system("m-8", "Be brief."), Scope.tail(5));
        Position end = memory.load(session, Window.latest(2)).contextOrThrow().tail();
        Summary summary = new Summary(1, 1, "They ask whether it is out.", Instant.EPOCH);
        memory.store(session, summary.of(new Summary.Origin(end, "inputs", "model", "1")));
        memory.replace(session, List.of(Turn.user("m-1", "Is it out?"), Turn.user("m-9", "And soon?")));
        memory.current(session);
        memory.update(session, Change.of().title("Is it out?"));
        memory.sessions(CustomerId.of(prefix + "c-7"), Page.first(5));
        memory.redact(session, 1, "[taken back]");
        memory.remove(session, 2);
        memory.restart(session);
        memory.append(start, Turn.user("m-3", "Too late."));
        memory.position(start.token());
        memory.erase(CustomerId.of(prefix + "c-7"));
        memory.readmit(CustomerId.of(prefix + "c-7"));
        memory.erase(SessionId.of(prefix + "guest"));
    }
}
