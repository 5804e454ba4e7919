package dojo.lab.replication;

import java.time.Instant;
import java.util.Optional;

/** Which replica serves a call, and what time it is for it: the same for everything the call reads in one place. */
final class Standpoint {

    private final Optional<Replica> replica;
    private final Instant at;
    private boolean told;

    /** @param replica none if the leader serves the call */
    Standpoint(Optional<Replica> replica, Instant at) {
        this.replica = replica;
        this.at = at;
    }

    Optional<Replica> replica() {
        return replica;
    }

    Instant at() {
        return at;
    }

    /** Whether this is the first time that there is something to tell. */
    boolean toTell() {
        boolean first = !told;
        told = true;
        return first;
    }
}
