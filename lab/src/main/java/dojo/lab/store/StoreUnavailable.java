package dojo.lab.store;

/** The store cannot be opened on this machine; the message says why, and what to do. */
public final class StoreUnavailable extends IllegalStateException {

    private static final long serialVersionUID = 1;

    StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
