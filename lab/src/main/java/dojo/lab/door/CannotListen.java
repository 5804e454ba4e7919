package dojo.lab.door;

import java.net.InetSocketAddress;

/** The HTTP door cannot be opened at an address; the message says why, and what to do. */
public final class CannotListen extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private CannotListen(String message, Throwable cause) {
        super(message, cause);
    }

    static CannotListen at(InetSocketAddress address, Throwable cause) {
        String where = address.getAddress().getHostAddress() + " port " + address.getPort();
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String words = String.valueOf(root.getMessage());
        if (words.contains("in use")) {
            return new CannotListen(
                    "Somebody already listens on " + where + ". Stop that program, or give another port; 0 takes a free"
                            + " one.",
                    cause);
        }
        if (words.contains("denied")) {
            return new CannotListen(
                    "This account may not listen on " + where + ". Give a port above 1023; 0 takes a free one.", cause);
        }
        return new CannotListen(
                "Cannot listen on " + where + ": " + words + ". Give an address of this machine, such as 127.0.0.1.",
                cause);
    }
}
