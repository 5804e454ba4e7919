package dojo.session.testkit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the whole contract of {@link dojo.session.SessionMemory}: implement it in a test class, and say what to judge.
 *
 * <p>Costs a few hundred requests, and no waiting: all time is that of the clock handed in.
 */
public interface SessionMemoryContract {
    /** The memory to judge, on a clock of its own; called once for each behaviour. */
    MemorySubject subject();

    @TestFactory
    default Stream<DynamicTest> the_contract_of_session_memory() {
        return behaviours().tests(this::subject);
    }

    /** What the contract consists of. */
    static Contract<MemorySubject> behaviours() {
        return Contract.of(Stream.of(
                        Creating.behaviours(),
                        Appending.behaviours(),
                        Retrying.behaviours(),
                        Loading.behaviours(),
                        Batching.behaviours(),
                        Scoping.behaviours(),
                        Transcribing.behaviours(),
                        Summarising.behaviours(),
                        Listing.behaviours(),
                        Fading.behaviours(),
                        Redacting.behaviours(),
                        Restarting.behaviours(),
                        Wording.behaviours(),
                        Describing.behaviours(),
                        Erasing.behaviours(),
                        Refusing.behaviours(),
                        Racing.behaviours())
                .flatMap(part -> part));
    }
}
