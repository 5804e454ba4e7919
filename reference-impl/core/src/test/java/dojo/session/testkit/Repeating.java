package dojo.session.testkit;

import java.util.stream.Stream;

/** A message that is added again, because nobody knows whether it was added. */
final class Repeating {
    private Repeating() {}

    static Stream<Behaviour<ConversationSubject>> behaviours() {
        return Stream.of(
                Behaviour.of("a message that is added again is stored once", Repeating::again)
                        .needing(ConversationClaim.RETRY),
                Behaviour.of(
                                "a message that is added again after others is stored once, where it stood",
                                Repeating::later)
                        .needing(ConversationClaim.RETRY),
                Behaviour.of("a message whose answer got lost can be added again", Repeating::lostAnswer)
                        .needing(ConversationClaim.RETRY, ConversationClaim.SEAM));
    }

    private static void again(ConversationSubject subject) {
        Talk talk = new Talk(subject).saying(2);
        Said repeated = talk.say();
        talk.breathe();
        subject.add(talk.id, repeated);

        talk.assertNewestShown();
    }

    private static void later(ConversationSubject subject) {
        Talk talk = new Talk(subject);
        Said repeated = talk.say();
        talk.saying(2);
        talk.breathe();
        subject.add(talk.id, repeated);

        talk.assertNewestShown();
    }

    private static void lostAnswer(ConversationSubject subject) {
        Interrupting.atEachRequest(request -> {
            Talk talk = new Talk(subject).saying(2);
            Said said = talk.next();
            talk.breathe();
            subject.seam().after(request, Seam.CUT);
            boolean lost = Interrupting.cut(() -> subject.add(talk.id, said));
            boolean happened = !subject.seam().disarm();
            talk.breathe();
            if (lost) {
                subject.add(talk.id, said);
            }
            talk.acknowledge(said);
            talk.assertNewestShown();
            return happened;
        });
    }
}
