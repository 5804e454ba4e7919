package dojo.workbench.check;

import java.util.ArrayList;
import java.util.List;

/** What was told apart from what, as a table. */
final class CatchTable {
    private static final int WIDEST = 30;

    private CatchTable() {}

    static List<String> of(List<CatchTrial.Tried> tried) {
        int width = tried.stream()
                .mapToInt(one -> label(one.implementation()).length())
                .max()
                .orElse(0);
        String row = "%s %-" + Math.max(14, width) + "s  %-5s  %s";
        List<String> lines = new ArrayList<>();
        lines.add(String.format(row, " ", "implementation", "is", "your test").stripTrailing());
        tried.forEach(one -> lines.add(String.format(
                row,
                agrees(one) ? "✓" : "✗",
                label(one.implementation()),
                one.implementation().right() ? "right" : "wrong",
                said(one))));
        long wrong = tried.stream().filter(one -> !one.implementation().right()).count();
        long apart = tried.stream()
                .filter(one -> !one.implementation().right() && agrees(one))
                .count();
        lines.add("");
        lines.add("told apart: " + apart + " of " + wrong + " wrong ones");
        return lines;
    }

    private static boolean agrees(CatchTrial.Tried one) {
        return one.implementation().right()
                ? one.run().accepts()
                : one.run().byAssertion().isPresent();
    }

    private static String said(CatchTrial.Tried one) {
        return one.run()
                .refusal()
                .map(test -> (test.byAssertion() ? "refuses it" : "ends by an exception") + line(test))
                .orElse("accepts it");
    }

    private static String line(CheckResult test) {
        return test.where()
                .map(where -> ", line " + where.substring(where.lastIndexOf(':') + 1))
                .orElse("");
    }

    private static String label(Implementation implementation) {
        String label = implementation.label();
        return label.length() <= WIDEST ? label : label.substring(0, WIDEST - 1) + "…";
    }
}
