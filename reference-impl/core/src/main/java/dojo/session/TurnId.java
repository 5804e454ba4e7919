package dojo.session;

import java.util.UUID;

/**
 * Names one turn, and so makes its retry recognisable.
 *
 * <p>Choose it once, before the first attempt, and keep it with the work (in the queue message): a turn that is sent
 * again under another id is another turn.
 */
public record TurnId(String value) {
    public TurnId {
        Ids.check("turn id", value);
    }

    public static TurnId of(String value) {
        return new TurnId(value);
    }

    /** A fresh random id, for callers without an identifier of their own. */
    public static TurnId random() {
        return new TurnId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
