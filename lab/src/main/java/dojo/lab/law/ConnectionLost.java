package dojo.lab.law;

/**
 * The connection breaks before the answer leaves: the caller learns nothing, least of all whether a write happened.
 *
 * <p>A law throws it, before or after the store was asked. The HTTP door then resets the connection without an answer;
 * the doors without a socket raise the {@link java.io.IOException} that a reset would have been.
 */
public final class ConnectionLost extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ConnectionLost(String message) {
        super(message);
    }
}
