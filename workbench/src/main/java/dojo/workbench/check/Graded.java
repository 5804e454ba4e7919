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
 * @param remarks what a reviewer would say about an answer that passes; never a veto
 */
public record Graded(
        String exercise,
        List<CheckResult> checks,
        Optional<Bill> bill,
        Bill par,
        Millis millis,
        long seed,
        List<String> remarks) {

    public Graded {
        checks = List.copyOf(checks);
        remarks = List.copyOf(remarks);
    }

    /** One about which there is nothing to remark. */
    public Graded(String exercise, List<CheckResult> checks, Optional<Bill> bill, Bill par, Millis millis, long seed) {
        this(exercise, checks, bill, par, millis, seed, List.of());
    }

    Graded remarking(List<String> more) {
        return new Graded(exercise, checks, bill, par, millis, seed, more);
    }

    /** Whether it does what it should, whatever that costs. */
    public boolean correct() {
        return !checks.isEmpty() && checks.stream().allMatch(check -> check.passed() || check.byPriceAlone());
    }

    /** Whether every check that limits the price is content; nobody asks where there is no price. */
    public boolean efficient() {
        return checks.stream().filter(CheckResult::priced).allMatch(CheckResult::passed);
    }

    /** Whether there is a price to be efficient about. */
    public boolean hasPrice() {
        return checks.stream().anyMatch(CheckResult::priced);
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
