package dojo.workbench.check;

import dojo.lab.bill.Bill;
import java.util.List;
import java.util.Optional;

/**
 * What every verdict carries, whatever it says.
 *
 * @param exercise the exercise's id
 * @param checks in author order, visible before hidden; empty when nothing ran
 * @param bill what the priced visible check cost; empty when it did not get that far
 * @param par the bill of the best known answer
 * @param seed replays the same inputs
 */
public record Graded(
        String exercise, List<CheckResult> checks, Optional<Bill> bill, Bill par, Millis millis, long seed) {

    public Graded {
        checks = List.copyOf(checks);
    }

    /** The check that the bill is of. */
    public Optional<CheckResult> billed() {
        return checks.stream()
                .filter(check -> check.priced() && !check.hidden())
                .findFirst();
    }

    /** The first failure in author order. */
    public Optional<CheckResult> firstFailure() {
        return checks.stream().filter(check -> !check.passed()).findFirst();
    }
}
