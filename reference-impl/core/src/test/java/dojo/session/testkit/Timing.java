package dojo.session.testkit;

import java.time.Duration;
import java.util.stream.Stream;

/** What clocks may not decide. */
final class Timing {
    private Timing() {}

    static Stream<Behaviour<ConversationSubject>> behaviours() {
        return Stream.of(
                Behaviour.of("messages of one instant are all kept, in order", Timing::oneInstant)
                        .needing(ConversationClaim.CLOCK),
                Behaviour.of("a clock that is set back reorders nothing", Timing::setBack)
                        .needing(ConversationClaim.CLOCK));
    }

    private static void oneInstant(ConversationSubject subject) {
        Talk talk = new Talk(subject);
        for (int i = 0; i < Math.min(6, subject.window()); i++) {
            talk.sayAtOnce();
        }
        talk.assertNewestShown();
    }

    private static void setBack(ConversationSubject subject) {
        Talk talk = new Talk(subject).saying(2);
        subject.clock().move(Duration.ofSeconds(-5));
        talk.sayAtOnce();
        talk.assertNewestShown();
    }
}
