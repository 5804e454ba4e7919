package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What every chat memory promises, in peace. */
final class Conversing {
    private static final int WRITERS = 4;

    private Conversing() {}

    static Stream<Behaviour<ConversationSubject>> behaviours() {
        return Stream.of(
                Behaviour.of("a conversation that never was is empty, not an error", Conversing::unknown),
                Behaviour.of("messages come back as they were said, in order", Conversing::inOrder),
                Behaviour.of("two equal texts are two messages", Conversing::equalTexts),
                Behaviour.of("conversations do not mix", Conversing::apart),
                Behaviour.of("the newest messages are shown, however many came before", Conversing::newest),
                Behaviour.of("what has left the window is kept", Conversing::kept)
                        .needing(ConversationClaim.WHOLE_HISTORY),
                Behaviour.of("another process sees what was said", Conversing::seenElsewhere)
                        .needing(ConversationClaim.SEVERAL_PROCESSES),
                Behaviour.of("many threads lose and repeat nothing", Conversing::threads)
                        .needing(ConversationClaim.MANY_THREADS));
    }

    private static void unknown(ConversationSubject subject) {
        assertThat(subject.history(Names.fresh())).isEmpty();
    }

    private static void inOrder(ConversationSubject subject) {
        Talk talk = new Talk(subject);
        for (int i = 0; i < 4; i++) {
            talk.say();
            talk.assertNewestShown();
        }
    }

    private static void equalTexts(ConversationSubject subject) {
        Talk talk = new Talk(subject);
        talk.breathe();
        talk.say(new Said("m-1", true, "hi"));
        talk.breathe();
        talk.say(new Said("m-2", false, "hi"));
        talk.assertNewestShown();
    }

    private static void apart(ConversationSubject subject) {
        Talk talk = new Talk(subject).saying(2);
        Talk other = new Talk(subject).saying(1);

        talk.assertNewestShown();
        other.assertNewestShown();
    }

    private static void newest(ConversationSubject subject) {
        Talk talk = new Talk(subject);
        talk.saying(talk.moreThanTheWindow());

        talk.assertNewestShown();
    }

    private static void kept(ConversationSubject subject) {
        Talk talk = new Talk(subject);
        talk.saying(talk.moreThanTheWindow());

        assertThat(subject.everything(talk.id)).isEqualTo(talk.acknowledged());
    }

    private static void seenElsewhere(ConversationSubject subject) {
        ConversationSubject other = subject.anotherProcess();
        Talk here = new Talk(subject).saying(2);
        assertThat(other.history(here.id)).isEqualTo(here.acknowledged());
        here.say();

        assertThat(other.history(here.id)).isEqualTo(here.acknowledged());
    }

    private static void threads(ConversationSubject subject) throws Exception {
        int each = subject.window() > 50 ? 6 : Math.max(1, subject.window() / WRITERS);
        String conversation = Names.fresh();
        Together.run(WRITERS, writer -> {
            for (int i = 0; i < each; i++) {
                subject.add(conversation, new Said("w-" + writer + "-" + i, true, writer + ":" + i));
            }
            return writer;
        });

        List<String> texts =
                subject.history(conversation).stream().map(Said::text).toList();
        assertThat(IntStream.range(0, WRITERS))
                .allSatisfy(writer -> assertThat(texts)
                        .filteredOn(text -> text.startsWith(writer + ":"))
                        .containsExactlyElementsOf(IntStream.range(0, each)
                                .mapToObj(i -> writer + ":" + i)
                                .toList()));
        assertThat(texts).hasSize(WRITERS * each);
    }
}
