package dojo.session.watch;

import dojo.session.Bill;
import dojo.session.guard.Breaker.State;
import java.time.Duration;

/**
 * Something the session memory did. Holds names, numbers and times: no ids, and nothing that anybody said.
 *
 * <p>Immutable.
 */
public sealed interface Event {
    /**
     * A request to DynamoDB has ended, all the SDK's attempts included.
     *
     * @param operation of the memory, such as {@code append}
     * @param request as the service calls it, such as {@code PutItem}
     */
    record Requested(String operation, String request, Outcome outcome, Duration took) implements Event {}

    /**
     * An operation of the memory has ended.
     *
     * @param answer the name of the answer's type, such as {@code Appended}, or {@code none} if it failed
     * @param outcome {@link Outcome#OK} for every answer, refusals included
     * @param failure the name of the exception's type, or {@code none}; never its message, which may hold ids
     * @param bill what all requests of the operation consumed
     */
    record Ended(String operation, String answer, Outcome outcome, String failure, Duration took, Bill bill)
            implements Event {}

    /** The circuit breaker changed. */
    record BreakerTurned(State from, State to) implements Event {}

    /** Is told of events, on the thread that caused them: must be quick, and not throw. Used by many threads. */
    @FunctionalInterface
    interface Listener {
        void happened(Event event);
    }
}
