package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One conversation nobody has used before, and what has been acknowledged of it. */
final class Talk {
    /** So much that stores which round time to seconds still see time pass. */
    private static final Duration BREATH = Duration.ofSeconds(2);

    final String id = Names.fresh();
    final ConversationSubject subject;
    private final List<Said> acknowledged = new ArrayList<>();

    Talk(ConversationSubject subject) {
        this.subject = subject;
    }

    /** The next message: users and assistants take turns. */
    Said next() {
        return next("message");
    }

    Said next(String text) {
        int number = acknowledged.size() + 1;
        return new Said("m-" + number, number % 2 == 1, text + " " + number);
    }

    Said say() {
        breathe();
        return sayAtOnce();
    }

    /** Without time passing. */
    Said sayAtOnce() {
        return say(next());
    }

    Said say(Said said) {
        subject.add(id, said);
        acknowledged.add(said);
        return said;
    }

    Talk saying(int messages) {
        for (int i = 0; i < messages; i++) {
            say();
        }
        return this;
    }

    /** Somebody else has said it, and was told so. */
    void acknowledge(Said said) {
        acknowledged.add(said);
    }

    void breathe() {
        if (subject.claims().contains(ConversationClaim.CLOCK)) {
            subject.clock().move(BREATH);
        }
    }

    List<Said> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Enough messages for the oldest to leave the window, if any ever does. */
    int moreThanTheWindow() {
        return subject.window() > 50 ? 12 : 2 * subject.window() + 3;
    }

    /** What the subject shows is the end of what was acknowledged, and of that the newest is not missing. */
    void assertNewestShown() {
        List<Said> history = subject.history(id);
        assertThat(history).as("what a model is shown").isNotEmpty();
        assertThat(acknowledged).as("all that was said").endsWith(history.toArray(Said[]::new));
        if (acknowledged.size() <= subject.window()) {
            assertThat(history).as("what fits into the window").isEqualTo(acknowledged);
        }
    }
}
