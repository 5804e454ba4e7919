package dojo.c04_conditional_writes.e5_lease_with_fence;

import java.time.Instant;

/**
 * The right to write the summary of a session.
 *
 * @param fence a number that tells this lease from all others of the session
 * @param until when it runs out, by the clock of the worker that got it
 */
public record Lease(String sessionId, String worker, long fence, Instant until) {}
