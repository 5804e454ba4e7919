package dojo.session.chaos;

import dojo.lab.time.Clock;
import dojo.session.Append;
import dojo.session.Created;
import dojo.session.Loaded;
import dojo.session.NewSession;
import dojo.session.PatientAppend;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.Scope;
import dojo.session.SessionId;
import dojo.session.SessionMemory;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.chaos.Inbox.Delivery;
import dojo.session.chaos.Inbox.Message;
import dojo.session.chaos.Inbox.Open;
import dojo.session.chaos.Inbox.Say;
import dojo.session.chaos.Inbox.SayOnce;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.exception.SdkException;

/** A process that takes messages and makes some of its own; it dies now and then, and others do what it left undone. */
final class Writer {
    /** More than a log of an episode ever holds. */
    private static final Scope SEARCHED = Scope.tail(1_000);
    /** Longer than an episode ever lasts. */
    private static final Scope MARKED = Scope.marker(Duration.ofDays(100));

    private static final int WALKS = 6;
    private static final int PATIENCE = 5;

    private final int number;
    private final String name;
    private final Stage stage;
    private final SplittableRandom random;
    private final Whims whims;
    private final Clock clock;
    private final Mortal mortal = new Mortal();
    private final SessionMemory memory;
    private final PatientAppend patient;
    /** What this process knows of the sessions it has to do with; gone when it dies. */
    private final Map<SessionId, String> tokens = new HashMap<>();

    Writer(int number, Stage stage, SplittableRandom random, Duration skew) {
        this.number = number;
        this.name = "w" + number;
        this.stage = stage;
        this.random = random;
        this.whims = new Whims(name, stage, random);
        this.clock = stage.lab().clock();
        Pause pause = attempt -> think(20 << Math.min(attempt, 6));
        MemorySettings settings = MemorySettings.usual()
                .clock(() -> clock.instant().plus(skew))
                .pause(pause)
                .layer(mortal);
        SessionMemory real = DynamoSessionMemory.on(stage.lab().client(), stage.table(), settings);
        this.memory = new Witness(real, name, stage.chronicle(), clock, skew, stage.tally());
        this.patient = PatientAppend.to(memory, WALKS, pause);
    }

    String name() {
        return name;
    }

    /** Goes on until the episode has had so many operations. */
    void storm(long operations) {
        while (stage.chronicle().operations() < operations) {
            think(120);
            try {
                if (random.nextInt(12) == 0) {
                    mortal.dieAfter(random.nextInt(4), random.nextBoolean());
                }
                act(
                        random.nextInt(100),
                        stage.sessions().get(random.nextInt(stage.sessions().size())));
            } catch (Mortal.Died died) {
                stage.tally().met(Trouble.CRASH, 1);
                tokens.clear();
            } catch (SdkException | IllegalStateException unknown) {
                // Whoever needs it done asks again; that is what messages are for. The second kind is on record, too.
            } finally {
                mortal.live();
            }
        }
    }

    private void act(int dice, SessionId session) {
        if (dice < 40) {
            redeliver();
        } else if (dice < 78) {
            say(session, dice);
        } else if (dice < 84) {
            Turn turn = whims.turn();
            deliver(fresh(new SayOnce(session, turn, random.nextBoolean() ? SEARCHED : MARKED)));
        } else if (dice < 92) {
            load(session);
        } else if (dice < 95) {
            memory.read(session, random.nextInt(4), 1 + random.nextInt(20));
        } else if (dice < 98) {
            open(session);
        } else {
            memory.restart(session);
            tokens.remove(session);
        }
    }

    private void redeliver() {
        Optional<Delivery> delivery = stage.inbox().take(random, clock.instant());
        if (delivery.isPresent()) {
            stage.tally().met(Trouble.REDELIVERY, 1);
            deliver(delivery.get());
        }
    }

    private Delivery fresh(Message message) {
        return new Delivery(message, clock.instant(), false);
    }

    /** Whether the work is done, for good or for bad; if not, the message waits for its next delivery. */
    private boolean deliver(Delivery delivery) {
        boolean settled = false;
        try {
            settled = attend(delivery.message());
            return settled;
        } finally {
            // Delivered once more: soon if it is not done, and if it is, perhaps much later.
            if (!settled || random.nextInt(3) == 0) {
                int seconds = settled ? random.nextInt(60) : random.nextInt(5);
                stage.inbox()
                        .put(new Delivery(delivery.message(), clock.instant().plusSeconds(seconds), settled));
            }
        }
    }

    private boolean attend(Message message) {
        if (message instanceof Open open) {
            return open(open.wish());
        }
        if (message instanceof SayOnce once) {
            return !(memory.append(once.session(), once.turn(), once.scope()) instanceof Append.Conflict);
        }
        return say((Say) message);
    }

    private void say(SessionId session, int dice) {
        Optional<String> token = token(session);
        if (token.isEmpty()) {
            return;
        }
        List<Turn> turns = new ArrayList<>(List.of(whims.turn()));
        for (int more = dice % 5 == 0 ? 1 + random.nextInt(4) : 0; more > 0; more--) {
            turns.add(whims.turn());
        }
        deliver(fresh(new Say(session, turns, token.get(), random.nextInt(5) > 0)));
        if (random.nextInt(20) == 0) {
            // An id is used twice, which is somebody's mistake.
            Turn first = turns.get(0);
            turns.set(0, Turn.user(first.id().value(), first.text() + ", said otherwise"));
            deliver(fresh(new Say(session, turns, token.get(), true)));
        }
    }

    private boolean say(Say say) {
        Position expected = memory.position(say.token());
        Append answer = say.turns().size() == 1 ? one(say, expected) : memory.append(expected, say.turns());
        for (int walk = 1; say.turns().size() > 1 && say.follow() && walk <= WALKS; walk++) {
            if (answer instanceof Append.Conflict conflict) {
                answer = memory.append(conflict.tail(), say.turns());
            }
        }
        if (answer instanceof Append.Appended || answer instanceof Append.AlreadyThere) {
            know(answer.positionOrThrow());
        } else if (answer instanceof Append.Closed) {
            forget(say.session(), say.token());
        } else if (answer instanceof Append.Conflict conflict) {
            stage.tally().met(Trouble.OVERTAKEN, 1);
            know(conflict.tail());
            return !say.follow();
        }
        return true;
    }

    private Append one(Say say, Position expected) {
        Turn turn = say.turns().get(0);
        return say.follow() ? patient.append(expected, turn) : memory.append(expected, turn);
    }

    private Optional<String> token(SessionId session) {
        if (!tokens.containsKey(session) && random.nextInt(8) > 0) {
            stage.inbox().heard(session).ifPresent(token -> tokens.put(session, token));
        }
        if (!tokens.containsKey(session)) {
            Loaded loaded = memory.load(
                    session,
                    random.nextBoolean() ? whims.window() : whims.window().eventually());
            if (loaded instanceof Loaded.Found found) {
                know(found.context().tail());
            } else {
                open(session);
            }
        }
        return Optional.ofNullable(tokens.get(session));
    }

    private void forget(SessionId session, String token) {
        tokens.remove(session);
        stage.inbox().unhear(session, token);
    }

    private void know(Position position) {
        tokens.put(position.session(), position.token());
        stage.inbox().hear(position);
    }

    private void load(SessionId session) {
        Window window = whims.window();
        Loaded loaded = memory.load(session, random.nextBoolean() ? window : window.eventually());
        if (loaded instanceof Loaded.Found found && random.nextInt(4) == 0) {
            know(found.context().tail());
        }
    }

    private void open(SessionId session) {
        NewSession wish = whims.wish(session);
        deliver(fresh(new Open(wish)));
        if (random.nextInt(20) == 0) {
            deliver(fresh(new Open(wish.ownedBy("another"))));
        }
    }

    private boolean open(NewSession wish) {
        Created created = memory.create(wish);
        if (created instanceof Created.Opened
                || created instanceof Created.Reclaimed
                || created instanceof Created.AlreadyThere) {
            know(created.positionOrThrow());
        }
        return true;
    }

    /** What a process does when all is well again: what was left undone, and a new turn and a look at each session. */
    void calm() {
        for (Optional<Delivery> left = stage.inbox().takeOpen();
                left.isPresent();
                left = stage.inbox().takeOpen()) {
            Message message = left.get().message();
            stage.tally().calm(succeeds(() -> attend(message)));
        }
        SessionId session = stage.sessions().get(number % stage.sessions().size());
        stage.tally().calm(succeeds(() -> speaks(session)));
        stage.tally().calm(succeeds(() -> memory.load(session, whims.window()) instanceof Loaded.Found));
    }

    /** Whether a new turn gets stored, after opening the session or asking where it stands, if need be. */
    private boolean speaks(SessionId session) {
        Turn turn = whims.turn();
        for (int attempt = 0; attempt < WALKS; attempt++) {
            Optional<String> token = token(session);
            if (token.isPresent()) {
                Append answer = patient.append(memory.position(token.get()), turn);
                if (answer instanceof Append.Appended || answer instanceof Append.AlreadyThere) {
                    return true;
                }
                tokens.remove(session);
            }
        }
        return false;
    }

    /** Throttles end by themselves, if one waits. */
    private boolean succeeds(BooleanSupplier work) {
        for (int attempt = 1; attempt <= PATIENCE; attempt++) {
            think(1_000 << attempt);
            try {
                if (work.getAsBoolean()) {
                    return true;
                }
            } catch (SdkException | IllegalStateException unknown) {
                // Once more.
            }
        }
        return false;
    }

    private void think(int mostMillis) {
        clock.pass(Duration.ofMillis(random.nextInt(mostMillis)));
    }
}
