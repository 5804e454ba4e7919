package dojo.session;

/** Who speaks in a turn. */
public enum Role {
    USER,
    ASSISTANT,
    SYSTEM,
    TOOL
}
