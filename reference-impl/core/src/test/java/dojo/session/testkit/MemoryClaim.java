package dojo.session.testkit;

/** The parts of {@link dojo.session.SessionMemory} that an implementation may leave out. */
public enum MemoryClaim implements Claim {
    /** Many threads may call it at once. */
    MANY_THREADS("is not safe for use by many threads"),
    /** {@link dojo.session.SessionMemory#append(dojo.session.Position, java.util.List)}. */
    BATCHES("stores one turn at a time"),
    /** {@link dojo.session.SessionMemory#append(dojo.session.SessionId, dojo.session.Turn, dojo.session.Scope)}. */
    SCOPES("appends with a position only"),
    /** {@link dojo.session.SessionMemory#read}. */
    TRANSCRIPTS("reads no transcripts"),
    /** {@link dojo.session.SessionMemory#store}. */
    SUMMARIES("stores no summaries"),
    /** {@link dojo.session.NewSession#idleFor}. */
    SILENCE("ends sessions at a fixed time only"),
    /** {@link dojo.session.SessionMemory#replace} and {@link dojo.session.SessionMemory#current}. */
    LISTS("keeps no list beside its log"),
    /** {@link dojo.session.SessionMemory#update} and {@link dojo.session.SessionMemory#sessions}. */
    METADATA("knows nothing about a session but its turns"),
    /** {@link dojo.session.SessionMemory#redact} and {@link dojo.session.SessionMemory#remove}. */
    REDACTION("takes nothing back");

    private final String missing;

    MemoryClaim(String missing) {
        this.missing = missing;
    }

    @Override
    public String missing() {
        return missing;
    }
}
