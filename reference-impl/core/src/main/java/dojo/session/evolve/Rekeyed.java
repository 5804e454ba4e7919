package dojo.session.evolve;

import dojo.session.Bill;
import java.util.List;

/**
 * What one step of a move found and did. Immutable.
 *
 * @param phase in which the move is now
 * @param same items that were already the same in both tables
 * @param copied items written to the new table
 * @param deleted items deleted from the new table, because the old one has none
 * @param busy items that writers changed again and again; another run brings them along
 * @param different in how many keys the tables differ, looked at twice; of a step that compares
 * @param differences the first hundred of these
 * @param bill what it cost
 */
public record Rekeyed(
        Phase phase,
        long same,
        long copied,
        long deleted,
        long busy,
        long different,
        List<Difference> differences,
        Bill bill) {
    public Rekeyed {
        differences = List.copyOf(differences);
    }

    static Rekeyed of(Phase phase, Progress progress) {
        return new Rekeyed(
                phase,
                progress.count(Copy.Outcome.SAME.name()),
                progress.count(Copy.Outcome.COPIED.name()),
                progress.count(Copy.Outcome.DELETED.name()),
                progress.count(Copy.Outcome.BUSY.name()),
                0,
                List.of(),
                progress.bill());
    }

    Rekeyed with(Phase now, Progress compared, List<Difference> found) {
        long differ = compared.counts().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(Difference.Kind.NONE.name()))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
        return new Rekeyed(now, same, copied, deleted, busy, differ, found, bill.plus(compared.bill()));
    }
}
