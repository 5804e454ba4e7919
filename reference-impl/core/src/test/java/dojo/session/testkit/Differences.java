package dojo.session.testkit;

import dojo.session.Append;
import dojo.session.Created;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.Restarted;
import dojo.session.Role;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Stored;
import dojo.session.Summary;
import dojo.session.Transcript;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Asks two memories the same random things, and compares what they answer.
 *
 * <p>Bills are left out, and positions are not compared as such: each memory is shown its own ones, and a position that
 * stands elsewhere shows in what is answered next. The same seed asks the same things. Not thread-safe.
 */
public final class Differences {
    private static final int SESSIONS = 3;
    private static final int MOST_POSITIONS = 30;
    private static final int ENOUGH = 5;

    private final SessionMemory model;
    private final SessionMemory other;
    private final HandMovedClock clock;
    private final SplittableRandom random;
    private final List<SessionId> sessions = IntStream.range(0, SESSIONS)
            .mapToObj(i -> SessionId.of(Names.fresh()))
            .toList();
    private final List<NewSession> wishes = new ArrayList<>();
    private final List<Both> positions = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private final Map<Class<?>, Integer> answers = new HashMap<>();

    private record Both(Position ofModel, Position ofOther) {}

    private Differences(SessionMemory model, SessionMemory other, HandMovedClock clock, long seed) {
        this.model = model;
        this.other = other;
        this.clock = clock;
        this.random = new SplittableRandom(seed);
    }

    /** Asks {@code operations} things; both memories must run on the clock. */
    public static Differences walk(
            SessionMemory model, SessionMemory other, HandMovedClock clock, long seed, int operations) {
        Differences walk = new Differences(model, other, clock, seed);
        // After the first few, the rest are consequences.
        for (int i = 0; i < operations && walk.differences.size() < ENOUGH; i++) {
            walk.step();
        }
        return walk;
    }

    /** What was asked, and the two answers; empty if they never differed. */
    public List<String> differences() {
        return List.copyOf(differences);
    }

    /** How often the model gave which answer, to see that the walk came around. */
    public Map<Class<?>, Integer> answers() {
        return Map.copyOf(answers);
    }

    private void step() {
        // Not twice in one millisecond: a database may take that for the same request.
        clock.move(Duration.ofMillis(1 + random.nextLong(5_000)));
        int dice = random.nextInt(100);
        if (dice < 10 || positions.isEmpty()) {
            create();
        } else if (dice < 50) {
            append();
        } else if (dice < 62) {
            batch();
        } else if (dice < 74) {
            scoped();
        } else if (dice < 90) {
            load();
        } else if (dice < 93) {
            read();
        } else if (dice < 96) {
            store();
        } else if (dice < 98) {
            restart();
        } else {
            clock.move(Duration.ofMinutes(random.nextInt(90)));
        }
    }

    private void create() {
        boolean retry = !wishes.isEmpty() && random.nextInt(3) == 0;
        NewSession wish = retry ? any(wishes) : NewSession.of(any(sessions).value());
        if (!retry) {
            wish = wish.lasting(Duration.ofMinutes(30 + random.nextInt(60)));
        }
        if (random.nextInt(3) == 0) {
            wish = wish.ownedBy("c-" + random.nextInt(2) + "-" + sessions.get(0));
        }
        wishes.add(wish);
        NewSession asked = wish;
        both("create " + asked, memory -> memory.create(asked), Differences::shown, Differences::position);
    }

    private void append() {
        Turn turn = turn();
        Both expected = position();
        both(
                "append " + turn.id(),
                memory -> memory.append(memory == model ? expected.ofModel() : expected.ofOther(), turn),
                Differences::shown,
                Differences::position);
    }

    private void batch() {
        Map<Object, Turn> batch = new java.util.LinkedHashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Turn turn = turn();
            batch.put(turn.id(), turn);
        }
        List<Turn> all = List.copyOf(batch.values());
        Both expected = position();
        both(
                "append " + batch.keySet(),
                memory -> memory.append(memory == model ? expected.ofModel() : expected.ofOther(), all),
                Differences::shown,
                Differences::position);
    }

    private void scoped() {
        Turn turn = turn();
        SessionId session = any(sessions);
        Scope scope = random.nextBoolean()
                ? Scope.tail(1 + random.nextInt(5))
                : Scope.marker(Duration.ofMinutes(1 + random.nextInt(20)));
        both(
                "append " + turn.id() + " " + scope,
                memory -> memory.append(session, turn, scope),
                Differences::shown,
                Differences::position);
    }

    private void load() {
        SessionId session = any(sessions);
        Window latest = Window.latest(1 + random.nextInt(30));
        Window window = random.nextBoolean() ? latest : latest.within(1 + random.nextInt(60));
        both(
                "load " + session + " " + window,
                memory -> memory.load(session, window),
                Differences::shown,
                answer -> answer instanceof Loaded.Found found ? found.context().tail() : null);
    }

    private void read() {
        SessionId session = any(sessions);
        long after = random.nextLong(10);
        int limit = 1 + random.nextInt(10);
        both(
                "read " + session + " after " + after + ", " + limit,
                memory -> memory.read(session, after, limit),
                Differences::shown,
                answer -> null);
    }

    private void store() {
        Both origin = position();
        long from = 1 + random.nextLong(6);
        long to = from + random.nextLong(4);
        String inputs = "inputs-" + random.nextInt(2);
        both(
                "store " + from + " to " + to + " of " + inputs,
                memory -> {
                    Position log = memory == model ? origin.ofModel() : origin.ofOther();
                    Summary summary = new Summary(from, to, "in short", clock.instant())
                            .of(new Summary.Origin(log, inputs, "model", "prompt-1"));
                    return memory.store(log.session(), summary);
                },
                Differences::shown,
                answer -> null);
    }

    private void restart() {
        SessionId session = any(sessions);
        both(
                "restart " + session,
                memory -> memory.restart(session),
                answer -> answer.getClass().getSimpleName(),
                answer -> answer instanceof Restarted.Fresh fresh ? fresh.position() : null);
    }

    private <T> void both(
            String asked,
            Function<SessionMemory, T> question,
            Function<T, String> shown,
            Function<T, @org.jspecify.annotations.Nullable Position> position) {
        T expected = question.apply(model);
        T actual = question.apply(other);
        answers.merge(expected.getClass(), 1, Integer::sum);
        if (!shown.apply(expected).equals(shown.apply(actual))) {
            differences.add(asked + "\n  model: " + shown.apply(expected) + "\n  other: " + shown.apply(actual));
        }
        Position ofModel = position.apply(expected);
        Position ofOther = position.apply(actual);
        if (ofModel != null && ofOther != null) {
            positions.add(new Both(ofModel, ofOther));
            if (positions.size() > MOST_POSITIONS) {
                positions.remove(random.nextInt(MOST_POSITIONS / 2));
            }
        }
    }

    private static @org.jspecify.annotations.Nullable Position position(Object answer) {
        if (answer instanceof Append.Conflict conflict) {
            return conflict.tail();
        }
        if (answer instanceof Append.Partly partly) {
            return partly.tail();
        }
        try {
            return answer instanceof Append append ? append.positionOrThrow() : ((Created) answer).positionOrThrow();
        } catch (IllegalStateException none) {
            return null;
        }
    }

    /** All that an answer says but bills and positions. */
    private static String shown(Object answer) {
        String name = answer.getClass().getSimpleName();
        if (answer instanceof Append.Conflict conflict) {
            return name + " " + conflict.occupant();
        }
        if (answer instanceof Append.Partly partly) {
            return name + " " + partly.stored();
        }
        if (answer instanceof Append.Closed closed) {
            return name + " " + closed.reason();
        }
        if (answer instanceof Created.Live live) {
            return name + " " + live.expiresAt();
        }
        if (answer instanceof Created.Spent spent) {
            return name + " " + spent.expiredAt();
        }
        if (answer instanceof Stored.Gap gap) {
            return name + " " + gap.from();
        }
        if (answer instanceof Stored.AlreadyThere there) {
            return name + " " + shown(there.summary());
        }
        if (answer instanceof Stored.Mismatch there) {
            return name + " " + shown(there.summary());
        }
        if (answer instanceof Stored.Overlap overlap) {
            return name + " " + shown(overlap.latest());
        }
        if (answer instanceof Transcript.Part part) {
            return name + " " + part.turns() + " " + part.more();
        }
        if (answer instanceof Loaded.Found found) {
            var context = found.context();
            return name + " " + context.customer() + context.createdAt() + context.expiresAt()
                    + context.summary().map(Differences::shown) + context.turns() + context.cut();
        }
        return name;
    }

    private static String shown(Summary summary) {
        return summary.from() + "-" + summary.to() + " " + summary.text() + " " + summary.at() + " "
                + summary.origin().map(Summary.Origin::inputs);
    }

    /** A new turn, one said before, or one said before with another text. */
    private Turn turn() {
        int dice = random.nextInt(10);
        if (dice < 4 && !turns.isEmpty()) {
            Turn said = turns.get(Math.max(0, turns.size() - 1 - random.nextInt(8)));
            return dice > 0 ? said : Turn.user(said.id().value(), "changed");
        }
        Role role = Role.values()[random.nextInt(Role.values().length)];
        Turn turn = Turn.of("t-" + turns.size(), role, "x".repeat(random.nextInt(40)));
        turns.add(turn);
        return turn;
    }

    /** Often the latest, sometimes one that is long past. */
    private Both position() {
        return random.nextInt(3) > 0 ? positions.get(positions.size() - 1) : any(positions);
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
