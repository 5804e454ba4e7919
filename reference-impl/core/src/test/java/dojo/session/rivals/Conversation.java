package dojo.session.rivals;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.lab.time.Clock;
import dojo.session.Window.Consistency;
import dojo.session.rivals.Design.Keeps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One conversation of 91 chat turns on the virtual clock, of which all but the first ten are measured: every window is
 * full then, and 50 turns are held on average. Who keeps no more than a window meets the same again each turn, and is
 * measured for a shorter time.
 *
 * <p>The user takes a little more than a minute to read and type, the model a few seconds. This decides how often a
 * design that writes once in a quarter of an hour has to: here about every twelfth chat turn.
 */
final class Conversation {
    static final int HELD = 50;
    static final int WINDOW = 20;
    static final Duration PACE = Duration.ofSeconds(75);
    static final Duration SLOW_PACE = Duration.ofMinutes(5);
    private static final Duration ANSWERING = Duration.ofSeconds(8);
    private static final int FIRST_MEASURED = WINDOW / 2 + 1;
    private static final int LAST_MEASURED = 2 * HELD + 2 - FIRST_MEASURED;
    private static final int LAST_MEASURED_OF_A_WINDOW = WINDOW;
    private static final long SEED = 42;

    private final Script script = Script.of(SEED);
    private final SplittableRandom habits = new SplittableRandom(SEED);
    private final List<String> said = new ArrayList<>();

    private final Duration pace;

    private Conversation(Duration pace) {
        this.pace = pace;
    }

    /** What a chat turn of this design costs. */
    static Figures with(Design design, Consistency consistency) {
        return new Conversation(PACE).measure(design, consistency);
    }

    /** What a chat turn of ours costs a user who takes this long for it. */
    static Figures at(Duration pace) {
        return new Conversation(pace).measure(Design.OURS, Consistency.EVENTUAL);
    }

    static Duration length() {
        return PACE.multipliedBy(LAST_MEASURED);
    }

    private Figures measure(Design design, Consistency consistency) {
        int last = design.keeps() == Keeps.A_WINDOW ? LAST_MEASURED_OF_A_WINDOW : LAST_MEASURED;
        try (Stage stage = Stage.of(design)) {
            Rival rival = design.open(stage.place(consistency));
            Bill before = Bill.ZERO;
            long bytesBefore = 0;
            for (int turn = 1; turn <= last; turn++) {
                if (turn == FIRST_MEASURED) {
                    before = stage.lab().meter().total();
                    bytesBefore = stage.wire().bytes();
                }
                chat(rival, stage.lab().clock());
            }
            return Figures.between(
                    before, stage.lab().meter().total(), stage.wire().bytes() - bytesBefore, last - FIRST_MEASURED + 1);
        }
    }

    private void chat(Rival rival, Clock clock) {
        Said question = script.question();
        said.add(question.text());
        rival.chat(question, context -> {
            assertThat(context)
                    .as("what the model is shown")
                    .hasSizeGreaterThanOrEqualTo(Math.min(said.size(), WINDOW))
                    .isEqualTo(said.subList(said.size() - context.size(), said.size()));
            clock.advance(ANSWERING);
            Said answer = script.answer();
            said.add(answer.text());
            return answer;
        });
        clock.advance(reading());
    }

    /** Half of the usual time to one and a half times as much. */
    private Duration reading() {
        long usual = pace.minus(ANSWERING).toMillis();
        return Duration.ofMillis(usual / 2 + habits.nextLong(usual));
    }
}
