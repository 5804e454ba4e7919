package dojo.session.chaos;

import dojo.lab.Lab;
import dojo.session.SessionId;
import dojo.session.dynamo.Raw;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What all writers of an episode share. */
record Stage(
        Lab lab,
        String table,
        Raw raw,
        Chronicle chronicle,
        Tally tally,
        Inbox inbox,
        List<SessionId> sessions,
        AtomicInteger names) {

    /** A name that no turn or request of the episode has had. */
    String name(String kind) {
        return kind + names.incrementAndGet();
    }
}
