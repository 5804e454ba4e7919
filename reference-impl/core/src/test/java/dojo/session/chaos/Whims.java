package dojo.session.chaos;

import dojo.session.NewSession;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Window;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** What comes to a writer's mind. */
record Whims(String name, Stage stage, SplittableRandom random) {
    private static final List<Duration> LIFETIMES =
            List.of(Duration.ofSeconds(12), Duration.ofSeconds(40), Duration.ofMinutes(10), Duration.ofDays(1));
    /** Such a turn takes two write units, and a walk soon meets more than one page of a read unit. */
    private static final int LONG_TEXT = 1_500;

    Turn turn() {
        String id = stage.name("t");
        return Turn.user(id, id + " by " + name + (random.nextInt(20) == 0 ? ".".repeat(LONG_TEXT) : ""));
    }

    Window window() {
        Window latest = Window.latest(1 + random.nextInt(12));
        return random.nextInt(8) == 0 ? latest.within(60) : latest;
    }

    NewSession wish(SessionId session) {
        NewSession wish = NewSession.of(session.value())
                .requestedAs(stage.name("r"))
                .lasting(LIFETIMES.get(random.nextInt(LIFETIMES.size())));
        if (random.nextBoolean()) {
            wish = wish.idleFor(wish.lifetime().dividedBy(1 + random.nextInt(3)));
        }
        return random.nextBoolean() ? wish : wish.ownedBy("c" + random.nextInt(3));
    }
}
