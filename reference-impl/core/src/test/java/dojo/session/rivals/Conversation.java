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
 * One conversation on the virtual clock, measured around its fiftieth chat turn, so that 50 turns are held on average and
 * every window is full.
 *
 * <p>Ours is measured for 81 turns, nearly two hours, because what it notes once in a quarter of an hour has to be shared
 * truthfully. The others do the same with every turn: 21 will do, and four of those who keep no more than a window.
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
    private static final Stretch OURS = new Stretch(HELD + 1 - 40, HELD + 1 + 40);
    private static final Stretch OTHERS = new Stretch(HELD + 1 - 10, HELD + 1 + 10);
    private static final Stretch WINDOWED = new Stretch(WINDOW / 2 + 1, WINDOW / 2 + 4);
    private static final long SEED = 42;

    private final Script script = Script.of(SEED);
    private final SplittableRandom habits = new SplittableRandom(SEED);
    private final List<String> said = new ArrayList<>();

    private final Duration pace;

    /** The turns that are measured, both included; the others only lead there. */
    private record Stretch(int first, int last) {
        static Stretch of(Design design) {
            if (design.keeps() == Keeps.A_WINDOW) {
                return WINDOWED;
            }
            return design == Design.OURS ? Conversation.OURS : OTHERS;
        }

        int turns() {
            return last - first + 1;
        }
    }

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
        return PACE.multipliedBy(OURS.turns());
    }

    private Figures measure(Design design, Consistency consistency) {
        Stretch stretch = Stretch.of(design);
        try (Stage stage = Stage.of(design)) {
            Rival rival = design.open(stage.place(consistency));
            Bill before = Bill.ZERO;
            long bytesBefore = 0;
            for (int turn = 1; turn <= stretch.last(); turn++) {
                if (turn == stretch.first()) {
                    before = stage.lab().meter().total();
                    bytesBefore = stage.wire().bytes();
                }
                chat(rival, stage.lab().clock());
            }
            return Figures.between(
                    before, stage.lab().meter().total(), stage.wire().bytes() - bytesBefore, stretch.turns());
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
