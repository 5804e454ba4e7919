package dojo.session;

/** Names one session; not blank, no {@code #}, no control characters, at most 512 bytes. */
public record SessionId(String value) {
    public SessionId {
        Ids.check("session id", value);
    }

    public static SessionId of(String value) {
        return new SessionId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
