package dojo.session;

/**
 * Who speaks in a turn: one of four, or one that a newer writer knows.
 *
 * <p>Not an enum, because a reader must neither refuse nor change what it does not know: a role that this version has
 * never heard of is read, handed on and written back under its own name. Immutable and thread-safe.
 *
 * @param name as it is stored and hashed
 */
public record Role(String name) {
    public static final Role USER = new Role("USER");
    public static final Role ASSISTANT = new Role("ASSISTANT");
    public static final Role SYSTEM = new Role("SYSTEM");
    public static final Role TOOL = new Role("TOOL");

    /**
     * Compare roles with {@code equals}.
     *
     * @throws IllegalArgumentException if the name is blank, too long, or contains '#' or control characters
     */
    public Role {
        Ids.check("role", name);
    }

    /** The roles this version knows, in a new array. */
    public static Role[] values() {
        return new Role[] {USER, ASSISTANT, SYSTEM, TOOL};
    }

    @Override
    public String toString() {
        return name;
    }
}
