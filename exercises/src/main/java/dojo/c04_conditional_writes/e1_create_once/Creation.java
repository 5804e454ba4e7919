package dojo.c04_conditional_writes.e1_create_once;

/** What became of a request for a new session. */
public enum Creation {
    /** The session is there because of this request, whichever of its attempts has stored it. */
    CREATED,

    /** The session of another request holds the id and is alive; nothing of this request was stored. */
    TAKEN
}
