package dojo.session.testkit;

import dojo.session.Append;
import dojo.session.Context;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.StoredTurn;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One session nobody has used before, and the calls which most behaviours make. */
final class Scene {
    static final Duration LIFETIME = Duration.ofHours(2);
    static final Turn HELLO = Turn.user("t-1", "Is volume 3 out?");
    static final Turn ANSWER = Turn.assistant("t-2", "Since Friday.");
    static final Turn THANKS = Turn.user("t-3", "Thanks!");
    static final Turn STRANGER = Turn.user("t-9", "From another tab");

    final SessionId session = SessionId.of(Names.fresh());
    final SessionMemory memory;
    private final HandMovedClock clock;

    Scene(MemorySubject subject) {
        this.memory = subject.memory();
        this.clock = subject.clock();
    }

    NewSession wish() {
        return NewSession.of(session.value()).lasting(LIFETIME);
    }

    Position open() {
        return memory.create(wish()).positionOrThrow();
    }

    /** Opens the session and says the turns, one after the other. */
    Position openWith(Turn... turns) {
        return say(open(), turns);
    }

    Position say(Position from, Turn... turns) {
        Position at = from;
        for (Turn turn : turns) {
            at = memory.append(at, turn).positionOrThrow();
        }
        return at;
    }

    Append append(Position expected, Turn turn) {
        return memory.append(expected, turn);
    }

    Loaded load() {
        return memory.load(session, Window.latest(100));
    }

    Context context() {
        return load().contextOrThrow();
    }

    List<Turn> turns() {
        return context().turns().stream().map(StoredTurn::turn).toList();
    }

    Instant now() {
        return clock.instant();
    }

    void pass(Duration time) {
        clock.move(time);
    }

    void expire() {
        pass(LIFETIME.plusSeconds(1));
    }
}
