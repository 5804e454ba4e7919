package dojo.session.handoff;

import dojo.session.PassedOn;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Transcript;

/** Has something happen before each part of a transcript is read. */
final class Watched extends PassedOn {
    private final Runnable beforeRead;

    Watched(SessionMemory memory, Runnable beforeRead) {
        super(memory);
        this.beforeRead = beforeRead;
    }

    @Override
    public Transcript read(SessionId session, long after, int limit) {
        beforeRead.run();
        return super.read(session, after, limit);
    }
}
