package dojo.session.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** What happens between two requests of one add, tried before each of them in turn. */
final class Interrupting {
    private static final int ENDLESS = 1_000;

    private Interrupting() {}

    static Stream<Behaviour<ConversationSubject>> behaviours() {
        return Stream.of(
                Behaviour.of("an add that dies half-way loses nothing said before", Interrupting::death)
                        .needing(ConversationClaim.SEAM, ConversationClaim.SEVERAL_PROCESSES),
                Behaviour.of("a reader in the middle of an add sees all that was said before", Interrupting::reader)
                        .needing(ConversationClaim.SEAM, ConversationClaim.SEVERAL_PROCESSES),
                Behaviour.of("two writers who meet lose nothing", Interrupting::rival)
                        .needing(ConversationClaim.SEAM, ConversationClaim.SEVERAL_PROCESSES));
    }

    private static void death(ConversationSubject subject) {
        atEachRequest(request -> {
            Talk talk = new Talk(subject).saying(3);
            Said unlucky = talk.next();
            talk.breathe();
            subject.seam().before(request, Seam.CUT);
            cut(() -> subject.add(talk.id, unlucky));
            boolean died = !subject.seam().disarm();

            List<Said> left = new ArrayList<>(subject.anotherProcess().history(talk.id));
            left.remove(unlucky);
            assertShown(left, talk, "after a death before request " + (request + 1));
            return died;
        });
    }

    private static void reader(ConversationSubject subject) {
        atEachRequest(request -> {
            Talk talk = new Talk(subject).saying(3);
            Said next = talk.next();
            List<Said> seen = new ArrayList<>();
            talk.breathe();
            subject.seam()
                    .before(request, () -> seen.addAll(subject.anotherProcess().history(talk.id)));
            subject.add(talk.id, next);
            if (subject.seam().disarm()) {
                return false;
            }
            seen.remove(next);
            assertShown(seen, talk, "before request " + (request + 1));
            return true;
        });
    }

    private static void rival(ConversationSubject subject) {
        atEachRequest(request -> {
            Talk talk = new Talk(subject).saying(2);
            Said mine = new Said("mine", true, "mine");
            Said theirs = new Said("theirs", true, "theirs");
            talk.breathe();
            subject.seam().before(request, () -> {
                talk.breathe();
                subject.anotherProcess().add(talk.id, theirs);
            });
            subject.add(talk.id, mine);
            boolean met = !subject.seam().disarm();

            List<Said> shown = subject.anotherProcess().history(talk.id);
            assertThat(shown)
                    .as("after another writer came before request " + (request + 1))
                    .containsOnlyOnce(mine);
            if (met) {
                assertThat(shown)
                        .as("after another writer came before request " + (request + 1))
                        .containsOnlyOnce(theirs);
            }
            return met;
        });
    }

    private static void assertShown(List<Said> shown, Talk talk, String when) {
        assertThat(shown).as("what is shown " + when).isEqualTo(talk.acknowledged());
    }

    /** Tries before the first request, the second, and so on, until {@code happened} answers that there are no more. */
    static void atEachRequest(IntPredicate happened) {
        int request = 0;
        while (happened.test(request)) {
            request++;
            assertThat(request).as("requests of one add").isLessThan(ENDLESS);
        }
        assertThat(request).as("requests of one add, through the seam").isPositive();
    }

    /** Whether the cut came through. Frameworks wrap exceptions, so all of them count. */
    static boolean cut(Runnable add) {
        try {
            add.run();
            return false;
        } catch (RuntimeException cut) {
            for (Throwable cause = cut; cause != null; cause = cause.getCause()) {
                if (cause instanceof Seam.Cut) {
                    return true;
                }
            }
            throw cut;
        }
    }
}
