package dojo.session.testkit;

/** The parts of {@link dojo.session.SessionMemory} that an implementation may leave out. */
public enum MemoryClaim implements Claim {
    /** Many threads may call it at once. */
    MANY_THREADS("is not safe for use by many threads");

    private final String missing;

    MemoryClaim(String missing) {
        this.missing = missing;
    }

    @Override
    public String missing() {
        return missing;
    }
}
