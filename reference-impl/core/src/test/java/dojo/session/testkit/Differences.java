package dojo.session.testkit;

import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.Position;
import dojo.session.Role;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.StoredTurn;
import dojo.session.Summary;
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
    private final NewSession listWish = NewSession.of(Names.fresh()).lasting(Duration.ofDays(30));
    private final List<NewSession> wishes = new ArrayList<>();
    private final List<Both> positions = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private final Map<Class<?>, Integer> answers = new HashMap<>();

    private record Side(SessionMemory memory, boolean isModel) {}

    private record Both(Position ofModel, Position ofOther) {
        Position of(Side side) {
            return side.isModel() ? ofModel : ofOther;
        }
    }

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
        } else if (dice < 92) {
            read();
        } else if (dice < 94) {
            store();
        } else if (dice < 96) {
            replace();
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
        both("create " + asked, side -> side.memory().create(asked));
    }

    private void append() {
        Turn turn = turn();
        Both expected = position();
        both("append " + turn.id(), side -> side.memory().append(expected.of(side), turn));
    }

    private void batch() {
        Map<Object, Turn> batch = new java.util.LinkedHashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Turn turn = turn();
            batch.put(turn.id(), turn);
        }
        List<Turn> all = List.copyOf(batch.values());
        Both expected = position();
        both("append " + batch.keySet(), side -> side.memory().append(expected.of(side), all));
    }

    private void scoped() {
        Turn turn = turn();
        SessionId session = any(sessions);
        Scope scope = random.nextBoolean()
                ? Scope.tail(1 + random.nextInt(5))
                : Scope.marker(Duration.ofMinutes(1 + random.nextInt(20)));
        both("append " + turn.id() + " " + scope, side -> side.memory().append(session, turn, scope));
    }

    private void load() {
        SessionId session = any(sessions);
        Window latest = Window.latest(1 + random.nextInt(30));
        Window begun = random.nextBoolean() ? latest : latest.anywhere();
        Window window = random.nextBoolean() ? begun : begun.within(1 + random.nextInt(60));
        both("load " + session + " " + window, side -> side.memory().load(session, window));
    }

    private void read() {
        SessionId session = any(sessions);
        long after = random.nextLong(10);
        int limit = 1 + random.nextInt(10);
        both(
                "read " + session + " after " + after + ", " + limit,
                side -> side.memory().read(session, after, limit));
    }

    private void store() {
        Both origin = position();
        long from = 1 + random.nextLong(6);
        long to = from + random.nextLong(4);
        String inputs = "inputs-" + random.nextInt(2);
        both("store " + from + " to " + to + " of " + inputs, side -> {
            Position log = origin.of(side);
            Summary summary = new Summary(from, to, "in short", clock.instant())
                    .of(new Summary.Origin(log, inputs, "model", "prompt-1"));
            return side.memory().store(log.session(), summary);
        });
    }

    /** In a session of its own: what of a list is stored anew, and so what the log holds, is not laid down. */
    private void replace() {
        compare("create the session of the list", side -> side.memory().create(listWish), Shown::of);
        SessionId session = listWish.id();
        if (random.nextBoolean()) {
            Turn turn = turn();
            compare("append to the list", side -> side.memory().append(session, turn, Scope.tail(1)), Shown::of);
        }
        List<Turn> list = new ArrayList<>();
        if (model.current(session) instanceof Loaded.Found found) {
            // As a window does it: the oldest go. A list in many pieces may be stored anew, at the other's discretion.
            List<StoredTurn> current = found.context().turns();
            int gone = random.nextInt(current.size() + 1);
            current.subList(gone, current.size()).forEach(stored -> list.add(stored.turn()));
        }
        IntStream.range(0, random.nextInt(3)).forEach(i -> list.add(turn()));
        compare("replace by " + list.size(), side -> side.memory().replace(session, list), Shown::of);
        compare(
                "current",
                side -> side.memory().current(session),
                answer -> answer instanceof Loaded.Found found
                        ? found.context().turns().stream()
                                .map(stored ->
                                        stored.turn().role() + stored.turn().text())
                                .toList()
                                .toString()
                        : Shown.of(answer));
    }

    private void restart() {
        SessionId session = any(sessions);
        both("restart " + session, side -> side.memory().restart(session));
    }

    /** Asks both, and keeps the positions for later questions. */
    private <T> void both(String asked, Function<Side, T> question) {
        Answers<T> answers = compare(asked, question, Shown::of);
        Position ofModel = Shown.position(answers.ofModel());
        Position ofOther = Shown.position(answers.ofOther());
        if (ofModel != null && ofOther != null) {
            positions.add(new Both(ofModel, ofOther));
            if (positions.size() > MOST_POSITIONS) {
                positions.remove(random.nextInt(MOST_POSITIONS / 2));
            }
        }
    }

    private record Answers<T>(T ofModel, T ofOther) {}

    private <T> Answers<T> compare(String asked, Function<Side, T> question, Function<T, String> shown) {
        T expected = question.apply(new Side(model, true));
        T actual = question.apply(new Side(other, false));
        answers.merge(expected.getClass(), 1, Integer::sum);
        if (!shown.apply(expected).equals(shown.apply(actual))) {
            differences.add(asked + "\n  model: " + shown.apply(expected) + "\n  other: " + shown.apply(actual));
        }
        return new Answers<>(expected, actual);
    }

    /** A new turn, one said before, or one said before with another text. */
    private Turn turn() {
        int dice = random.nextInt(10);
        if (dice < 4 && !turns.isEmpty()) {
            Turn said = turns.get(Math.max(0, turns.size() - 1 - random.nextInt(8)));
            return dice > 0 ? said : Turn.user(said.id().value(), "changed " + said.id());
        }
        Role role = Role.values()[random.nextInt(Role.values().length)];
        Turn turn = Turn.of("t-" + turns.size(), role, turns.size() + "x".repeat(random.nextInt(40)));
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
