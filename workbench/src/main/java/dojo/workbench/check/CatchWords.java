package dojo.workbench.check;

import dojo.lab.bill.Bill;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of a learner's test, as check results in sentences. */
final class CatchWords {
    private CatchWords() {}

    /** A test that said two things about one implementation; because of the order, or by chance. */
    record Unsteady(String test, boolean byOrder) {}

    /** The results, in author order; the first that failed, or the last, carries the table. */
    static List<CheckResult> results(
            TestManners.Seen seen, Optional<Unsteady> unsteady, List<CatchTrial.Tried> tried, boolean complete) {
        List<CheckResult> results = new ArrayList<>();
        results.add(about("asserts_on_behaviour", manners(seen, tried), seen.where()));
        results.add(about("says_the_same_every_time", unsteady.map(CatchWords::unsteady), Optional.empty()));
        boolean always = complete && tried.stream().noneMatch(one -> one.run().accepts());
        tried.forEach(one -> results.add(result(one, always)));
        int shows = 0;
        while (shows < results.size() - 1 && results.get(shows).passed()) {
            shows++;
        }
        results.set(shows, results.get(shows).showing(CatchTable.of(tried)));
        return results;
    }

    private static CheckResult about(String check, Optional<String> objection, Optional<String> where) {
        return new CheckResult(
                check,
                objection.isEmpty(),
                false,
                true,
                objection.orElse(""),
                where.filter(line -> objection.isPresent()),
                Optional.empty(),
                Optional.empty(),
                Bill.ZERO,
                false,
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    private static Optional<String> manners(TestManners.Seen seen, List<CatchTrial.Tried> tried) {
        if (!tried.isEmpty() && tried.get(0).run().tests().isEmpty()) {
            return Optional.of("No test was found: a test is a method with the annotation @Test, in the class that the"
                    + " file is named after.");
        }
        if (!seen.asserts()) {
            return Optional.of("Your test asserts nothing, so it is content with every implementation. Say with"
                    + " assertThat what must hold.");
        }
        return seen.peek()
                .map(what -> "Your test looks at " + what + ". That changes while behaviour stays, and the other way"
                        + " round; ask for what callers are told and for what is stored.");
    }

    private static String unsteady(Unsteady found) {
        String test = found.test().replace('_', ' ');
        return found.byOrder()
                ? "Your tests depend on each other: \"" + test + "\" says one thing in its turn and another when the"
                        + " tests run alone, the last first. Let each test prepare what it needs."
                : "Your test says two things about one implementation: \"" + test
                        + "\" passed once and failed once. What"
                        + " in it is left to chance, to the time of day or to threads?";
    }

    private static CheckResult result(CatchTrial.Tried one, boolean always) {
        Implementation judged = one.implementation();
        TestRun run = one.run();
        Optional<CheckResult> refusal = run.refusal();
        boolean passed = judged.right() ? run.accepts() : run.byAssertion().isPresent();
        return new CheckResult(
                judged.check(),
                passed,
                judged.hidden(),
                refusal.map(CheckResult::byAssertion).orElse(true),
                passed ? "" : sentence(judged, refusal, always),
                refusal.flatMap(CheckResult::where),
                refusal.flatMap(CheckResult::expected),
                refusal.flatMap(CheckResult::actual),
                Bill.ZERO,
                false,
                passed ? run.requests() : List.of(),
                List.of(),
                List.of(),
                passed ? "" : run.output());
    }

    private static String sentence(Implementation judged, Optional<CheckResult> refusal, boolean always) {
        if (refusal.isEmpty()) {
            return judged.hidden()
                    ? "Your test accepts a wrong implementation that is not shown. This much is told: " + judged.what()
                    : "Your test accepts a wrong implementation: " + judged.label() + ". " + judged.what();
        }
        CheckResult test = refusal.get();
        if (always) {
            return "Your test fails whatever it is run against, so it tells nothing apart. Make it pass with the given"
                    + " implementation first.\n" + test.message();
        }
        String named = judged.hidden() ? "one that is not shown" : judged.label();
        if (!judged.right()) {
            return "With a wrong implementation, " + named
                    + ", your test ends by an exception, not by an assertion. Let"
                    + " an assertion say what is wrong.\n" + test.message();
        }
        String how = test.byAssertion()
                ? "Your test refuses a right implementation, " + named + ", by your assertion" + line(test) + "."
                : "With a right implementation, " + named + ", your test ends by an exception" + line(test) + ".";
        return (how + " " + judged.what()).strip() + "\n" + test.message();
    }

    private static String line(CheckResult test) {
        return test.where()
                .map(where -> " at line " + where.substring(where.lastIndexOf(':') + 1))
                .orElse("");
    }
}
