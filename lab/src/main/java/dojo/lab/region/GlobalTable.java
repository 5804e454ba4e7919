package dojo.lab.region;

import dojo.lab.region.RegionSettings.Mode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A table with replicas in several Regions.
 *
 * @param number tells it from an earlier global table of the same name
 * @param replicas the Regions that hold its items
 * @param witness the Region that has a say without holding items, if there is one
 */
record GlobalTable(String name, long number, Mode mode, Set<String> replicas, Optional<String> witness) {

    boolean strong() {
        return mode == Mode.STRONG;
    }

    /** The Regions that have a say in what is written. */
    Set<String> voters() {
        Set<String> voters = new LinkedHashSet<>(replicas);
        witness.ifPresent(voters::add);
        return voters;
    }

    GlobalTable with(Set<String> more) {
        Set<String> all = new LinkedHashSet<>(replicas);
        all.addAll(more);
        return new GlobalTable(name, number, mode, all, witness);
    }

    GlobalTable without(String region) {
        Set<String> fewer = new LinkedHashSet<>(replicas);
        fewer.remove(region);
        return new GlobalTable(name, number, mode, fewer, witness);
    }
}
