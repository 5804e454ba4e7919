package dojo.session.table;

/**
 * One thing that is wrong with a table, or that could not be looked at. Immutable.
 *
 * @param kind which thing
 * @param what the trouble, in a sentence
 * @param seen the value found
 * @param remedy what to do next
 */
public record Finding(Kind kind, String what, String seen, String remedy) {

    /** Whether a session memory must not write to such a table. */
    public boolean prevents() {
        return kind.prevents;
    }

    @Override
    public String toString() {
        return kind + ": " + what + ", seen: " + seen + ". " + remedy;
    }

    /** What can be wrong; a kind either forbids to write or is a warning. */
    public enum Kind {
        TABLE_MISSING(true),
        TABLE_NOT_ACTIVE(true),
        WRONG_KEYS(true),
        WRONG_KEY_TYPE(true),
        INDEX_MISSING(true),
        INDEX_NOT_ACTIVE(true),
        WRONG_INDEX_KEYS(true),
        /** An index that lacks attributes; {@link #GENEROUS_PROJECTION} is one that has too many. */
        WRONG_PROJECTION(true),
        GENEROUS_PROJECTION(false),
        /** Items are never deleted: costs money, and nothing else, for every read obeys the end of a session. */
        TIME_TO_LIVE_OFF(false),
        /** Items are deleted at a time that was not meant for that: places in a log would become free too early. */
        WRONG_TIME_TO_LIVE(true),
        STREAM_OFF(false),
        WRONG_STREAM_VIEW(false),
        TOO_LITTLE_CAPACITY(false),
        NOT_PERMITTED(true),
        /** The permission to look is missing, and so the table is unknown. */
        NOT_SEEN(true),
        CLOCK_SKEW(false);

        private final boolean prevents;

        Kind(boolean prevents) {
            this.prevents = prevents;
        }
    }
}
