package dojo.session.testkit;

import dojo.session.NewSession;
import dojo.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the model keeps: the heads of sessions, and their logs. */
final class Shelf {
    private final InstantSource clock;
    private final Map<SessionId, Head> heads = new HashMap<>();
    /** Of one session id, the logs of all its sessions and restarts; a position names its log by the index. */
    private final Map<SessionId, List<Log>> logs = new HashMap<>();

    Shelf(InstantSource clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Map<SessionId, Head> heads() {
        return heads;
    }

    Place begin(NewSession wish) {
        Instant now = now();
        List<Log> ofTheId = logs(wish.id());
        Instant end = Head.after(now, wish.lifetime());
        ofTheId.add(new Log(end));
        int log = ofTheId.size() - 1;
        heads.put(wish.id(), Head.of(wish, now, end, log));
        return new Place(wish.id(), log, 0);
    }

    void active(Place place) {
        heads.computeIfPresent(
                place.session(), (session, head) -> head.log() == place.log() ? head.active(now()) : head);
    }

    Optional<Head> living(SessionId session) {
        return Optional.ofNullable(heads.get(session)).filter(head -> !head.expired(now()));
    }

    List<Log> logs(SessionId session) {
        return logs.computeIfAbsent(session, id -> new ArrayList<>());
    }
}
