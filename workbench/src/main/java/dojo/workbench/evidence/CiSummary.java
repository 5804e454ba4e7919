package dojo.workbench.evidence;

import dojo.lab.bill.Bill;
import dojo.workbench.golf.GolfView;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** The results of a run as Markdown, for the page of a CI server. Pure. */
public final class CiSummary {
    private CiSummary() {}

    public static String of(List<Checked> results) {
        long passed = results.stream().filter(Checked::passed).count();
        var page = new StringJoiner("\n", "", "\n");
        page.add("## Dynamo Dojo: " + passed + " of " + results.size() + " pass")
                .add("");
        page.add("| | exercise | verdict | checks | bill | par | why |")
                .add("| --- | --- | --- | ---: | --- | --- | --- |");
        results.forEach(result -> page.add(row(result)));
        return page.toString();
    }

    private static String row(Checked result) {
        return MarkdownReport.cells(List.of(
                result.passed() ? "✅" : Cases.notStarted(result) ? "⬜" : "❌",
                result.exercise().id(),
                result.word().replace('_', ' '),
                checks(result),
                result.verdict()
                        .flatMap(verdict -> verdict.graded().bill())
                        .map(GolfView::shortly)
                        .orElse(""),
                Optional.of(result.exercise().par())
                        .filter(par -> !par.equals(Bill.ZERO))
                        .map(GolfView::shortly)
                        .orElse(""),
                result.message().lines().findFirst().orElse("")));
    }

    private static String checks(Checked result) {
        return result.verdict()
                .map(verdict -> verdict.graded().checks())
                .map(checks -> checks.stream().filter(check -> check.passed()).count() + "/" + checks.size())
                .orElse("");
    }
}
