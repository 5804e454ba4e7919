package dojo.lab.door;

/**
 * What goes back to a caller.
 *
 * @param status of HTTP
 * @param body JSON
 * @param requestId by which the caller and the trace name the same request
 */
@SuppressWarnings("ArrayRecordComponent") // Answers are sent, never compared.
record Answer(int status, byte[] body, String requestId) {

    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int INTERNAL = 500;
}
