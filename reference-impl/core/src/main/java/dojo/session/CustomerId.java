package dojo.session;

/** Names the customer who owns a session; guests have none. Same rules as {@link SessionId}. */
public record CustomerId(String value) {
    public CustomerId {
        Ids.check("customer id", value);
    }

    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
