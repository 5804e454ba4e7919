package dojo.workbench.golf;

import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import java.util.List;
import java.util.Optional;

/**
 * One exercise on the board.
 *
 * @param best the cheapest bill that passed
 * @param assisted whether the answer was seen before it passed
 */
public record Score(Exercise exercise, Optional<Bill> best, boolean assisted) {

    /** The exercises that have a price, in the order of the catalogue. */
    public static List<Score> all(Catalogue catalogue, Progress progress) {
        return catalogue.all().stream()
                .filter(exercise -> !exercise.par().equals(Bill.ZERO))
                .map(exercise -> of(exercise, progress))
                .toList();
    }

    public static Score of(Exercise exercise, Progress progress) {
        return new Score(exercise, progress.best(exercise), progress.wasAssisted(exercise));
    }

    public Optional<Standing> standing() {
        return best.map(bill -> Standing.of(bill, exercise.par()));
    }
}
