package dojo.lab.region;

import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an item was written, and where: the later version of an item wins in every Region.
 *
 * @param at the internal time stamp
 * @param rank the place of the Region in the list of Regions, from 0
 */
@Fidelity(
        level = Level.DOCUMENTED,
        says = "Of two versions of an item the one with the later internal time stamp wins, as a whole item.",
        source = RegionSettings.HOW_IT_WORKS)
@Fidelity(
        level = Level.OUR_MODEL,
        says = "The Regions read the same clock; a write is stamped later than the version it replaces; of equal stamps"
                + " the one of the Region listed first wins.")
record Version(Instant at, int rank) implements Comparable<Version> {

    /** The version of an item that is older than its global table. */
    static Version ofOld(int rank) {
        return new Version(Instant.EPOCH, rank);
    }

    /** The version of a write at this moment that replaces the known one. */
    static Version after(@Nullable Version known, Instant now, int rank) {
        return new Version(
                known == null || known.at().isBefore(now) ? now : known.at().plusNanos(1), rank);
    }

    /** Whether this is the version to keep. */
    boolean beats(@Nullable Version other) {
        return other == null || compareTo(other) > 0;
    }

    @Override
    public int compareTo(Version other) {
        int time = at.compareTo(other.at);
        return time != 0 ? time : Integer.compare(other.rank, rank);
    }
}
