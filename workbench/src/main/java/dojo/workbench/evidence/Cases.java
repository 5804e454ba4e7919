package dojo.workbench.evidence;

import dojo.workbench.check.CheckResult;
import dojo.workbench.check.Verdict;
import java.util.List;

/** How many cases a document has, and of which sort. */
record Cases(int tests, int failures, int errors, int skipped) {
    static final Cases NONE = new Cases(0, 0, 0, 0);

    static Cases of(Checked result) {
        List<CheckResult> checks =
                result.verdict().map(verdict -> verdict.graded().checks()).orElse(List.of());
        int failed = (int) checks.stream().filter(check -> !check.passed()).count();
        int error = isError(result) ? 1 : 0;
        return notStarted(result)
                ? new Cases(Math.max(1, checks.size()), 0, 0, Math.max(1, failed))
                : new Cases(checks.size() + error, failed, error, 0);
    }

    static boolean notStarted(Checked result) {
        return result.verdict().filter(Verdict.NotStarted.class::isInstance).isPresent();
    }

    /** Whether something else than a check went wrong. */
    static boolean isError(Checked result) {
        return !result.passed()
                && !notStarted(result)
                && !result.verdict().filter(Verdict.Fails.class::isInstance).isPresent();
    }

    Cases plus(Cases other) {
        return new Cases(
                tests + other.tests, failures + other.failures, errors + other.errors, skipped + other.skipped);
    }
}
