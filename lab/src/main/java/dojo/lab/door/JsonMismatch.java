package dojo.lab.door;

import java.io.IOException;

/** A value of another JSON type than the member has; the message is worded as the service words it. */
final class JsonMismatch extends IOException {

    private static final long serialVersionUID = 1;

    JsonMismatch(String message) {
        super(message);
    }
}
