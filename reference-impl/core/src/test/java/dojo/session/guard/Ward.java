package dojo.session.guard;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.fault.Fault;
import dojo.lab.fault.FaultLaw;
import dojo.lab.fault.FaultRule;
import dojo.lab.fault.FaultSettings;
import dojo.lab.law.Law;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.Summary;
import dojo.session.Turn;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.dynamo.SessionTable;
import java.time.Duration;

/** A session with three turns and a summary, in a lab that can be made slow and sick. */
final class Ward implements AutoCloseable {
    static final SessionId SESSION = SessionId.of("s-42");

    final Lab lab;
    final String table;
    final DynamoSessionMemory calm;
    final Position tail;

    Ward(Law... laws) {
        lab = Lab.under(Laws.off().with(FaultSettings.none()), laws);
        table = lab.newTableName();
        SessionTable.create(lab.backstage(), table);
        calm = DynamoSessionMemory.on(lab.backstage(), table, settings());
        Position at = calm.create(NewSession.of("s-42")).positionOrThrow();
        for (int i = 1; i <= 3; i++) {
            at = calm.append(at, Turn.user("t-" + i, "turn " + i)).positionOrThrow();
        }
        calm.store(
                SESSION,
                new Summary(1, 2, "the first two", lab.clock().instant())
                        .of(new Summary.Origin(at, "inputs-1", "model-1", "prompt-1")));
        tail = at;
    }

    MemorySettings settings() {
        return MemorySettings.usual().clock(lab.clock()).pause(Pause.NONE);
    }

    DynamoSessionMemory memory(MemorySettings settings) {
        return DynamoSessionMemory.on(lab.client(), table, settings);
    }

    void slow(Duration each) {
        lab.law(FaultLaw.class).inject(FaultRule.of(Fault.SLOW).taking(each, each));
    }

    void sick() {
        lab.law(FaultLaw.class).inject(FaultRule.of(Fault.SERVICE_UNAVAILABLE));
    }

    void well() {
        lab.law(FaultLaw.class).pause();
    }

    int requests(Runnable step) {
        int before = lab.meter().mark();
        step.run();
        return lab.meter().linesSince(before).size();
    }

    @Override
    public void close() {
        lab.close();
    }
}
