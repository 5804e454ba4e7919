package dojo.lab.region;

import dojo.lab.item.ItemKey;
import dojo.lab.item.TableShapes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which items of strongly consistent tables are being written at present, and from which Region.
 *
 * <p>Safe for use by many threads.
 */
final class InFlight {

    /**
     * A write that has begun and is not committed.
     *
     * @param items the canonical keys of its items
     * @param tables the tables of which it may write any item, since it does not tell which
     */
    record Claim(String region, Set<String> items, Set<String> tables) {

        boolean meets(Claim other) {
            return items.stream().anyMatch(item -> other.items.contains(item) || other.tables.contains(table(item)))
                    || tables.stream()
                            .anyMatch(table -> other.tables.contains(table)
                                    || other.items.stream()
                                            .anyMatch(item -> table(item).equals(table)));
        }

        private static String table(String canonical) {
            return canonical.substring(0, canonical.indexOf('\n'));
        }
    }

    private final List<Claim> claims = new ArrayList<>();

    static Claim claim(String region, Collection<ItemKey> items) {
        Set<String> keys = new LinkedHashSet<>();
        items.forEach(key -> keys.add(TableShapes.name(key.table()) + "\n" + key.canonical()));
        return new Claim(region, keys, Set.of());
    }

    static Claim claimTables(String region, Set<String> tables) {
        return new Claim(region, Set.of(), tables);
    }

    /** Begins the write, unless another Region is writing one of its items: then the claim it meets. */
    synchronized Optional<Claim> begin(Claim claim) {
        Optional<Claim> other = claims.stream()
                .filter(held -> !held.region().equals(claim.region()) && held.meets(claim))
                .findFirst();
        if (other.isEmpty()) {
            claims.add(claim);
        }
        return other;
    }

    /** Ends the write; of several equal ones it does not matter which. */
    synchronized void end(Claim claim) {
        claims.remove(claim);
    }
}
