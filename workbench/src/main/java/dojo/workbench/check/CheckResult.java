package dojo.workbench.check;

import dojo.lab.bill.Bill;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one check method said.
 *
 * @param name the method name, a sentence with underscores
 * @param byAssertion whether it failed because something it looked at was not as it should be, not by an exception
 * @param message why it failed, in sentences; empty when it passed
 * @param where the learner's line nearest to the failure, as {@code path:line}
 * @param bill what the check method's own requests cost
 * @param priced whether the check limits the bill
 * @param requests the requests it made, one line each, in order
 * @param inputs what the check was given, as {@code name = value}
 * @param exhibit what the check wants seen whatever its outcome, line by line, such as a table of measurements
 * @param output what the learner's code printed while it ran, capped
 * @param report all that it reported, by name, for those who judge the checks themselves
 */
public record CheckResult(
        String name,
        boolean passed,
        boolean hidden,
        boolean byAssertion,
        String message,
        Optional<String> where,
        Optional<String> expected,
        Optional<String> actual,
        Bill bill,
        boolean priced,
        List<String> requests,
        List<String> inputs,
        List<String> exhibit,
        String output,
        Map<String, String> report) {

    /** One that reported nothing else. */
    public CheckResult(
            String name,
            boolean passed,
            boolean hidden,
            boolean byAssertion,
            String message,
            Optional<String> where,
            Optional<String> expected,
            Optional<String> actual,
            Bill bill,
            boolean priced,
            List<String> requests,
            List<String> inputs,
            List<String> exhibit,
            String output) {
        this(
                name,
                passed,
                hidden,
                byAssertion,
                message,
                where,
                expected,
                actual,
                bill,
                priced,
                requests,
                inputs,
                exhibit,
                output,
                Map.of());
    }

    public CheckResult {
        requests = List.copyOf(requests);
        inputs = List.copyOf(inputs);
        exhibit = List.copyOf(exhibit);
        report = Map.copyOf(report);
    }

    /** The same with something to be seen whatever the outcome. */
    CheckResult showing(List<String> table) {
        return new CheckResult(
                name,
                passed,
                hidden,
                byAssertion,
                message,
                where,
                expected,
                actual,
                bill,
                priced,
                requests,
                inputs,
                table,
                output,
                report);
    }

    /** What each of the requests cost, and whose line made it, in their order; empty if nobody said. */
    public List<Spent> ledger() {
        return Spent.read(report.getOrDefault("dojo.ledger", ""));
    }

    /** The learner's line that threw what the check failed by; empty if a check or DynamoDB did. */
    public Optional<String> thrownAt() {
        return Optional.ofNullable(report.get("dojo.thrown"));
    }

    /** What each line of the learner's spent, the dearest first. */
    public List<Spent> spentByLine() {
        return Spent.byLine(ledger());
    }

    /** Whether only the bill is wrong: the check had come to its end. */
    public boolean byPriceAlone() {
        return !passed && priced && message.startsWith("The outcome is right, the price is not");
    }

    /** The name as a sentence: underscores become spaces. */
    public String sentence() {
        return name.replace('_', ' ');
    }
}
