package dojo.session.testkit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Judges any chat memory by what a conversation needs: implement it in a test class, and say what to judge.
 *
 * <p>Much smaller than {@link SessionMemoryContract}, and in words that every framework has: messages are added, and
 * read back. Costs a few hundred requests; no waiting.
 */
public interface ConversationContract {
    /** The memory to judge; called once for each behaviour. */
    ConversationSubject subject();

    @TestFactory
    default Stream<DynamicTest> the_contract_of_a_conversation() {
        return behaviours().tests(this::subject);
    }

    /** What the contract consists of. */
    static Contract<ConversationSubject> behaviours() {
        return Contract.of(Stream.of(
                        Conversing.behaviours(), Repeating.behaviours(), Interrupting.behaviours(), Timing.behaviours())
                .flatMap(part -> part));
    }
}
