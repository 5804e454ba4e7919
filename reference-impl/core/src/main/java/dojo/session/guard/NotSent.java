package dojo.session.guard;

import dojo.session.Loaded.Why;

/**
 * A request that was not even sent, and the operation that ends with it.
 *
 * <p>What this one would have written is not written. If the operation had sent others before, these may have been
 * carried out: so, as after any failure, call again with the same arguments, and a turn that was stored is recognised.
 */
public final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    NotSent(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** {@link Why#DEADLINE} or {@link Why#BREAKER_OPEN}. */
    public Why why() {
        return why;
    }
}
