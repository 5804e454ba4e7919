package dojo.workbench.screen;

import dojo.lab.bill.Bill;
import dojo.workbench.check.CheckResult;
import dojo.workbench.check.CompileProblem;
import dojo.workbench.check.Graded;
import dojo.workbench.check.Replay;
import dojo.workbench.check.Spent;
import dojo.workbench.check.Verdict;
import dojo.workbench.check.Verdict.Crashed;
import dojo.workbench.check.Verdict.DoesNotCompile;
import dojo.workbench.check.Verdict.Fails;
import dojo.workbench.check.Verdict.NotStarted;
import dojo.workbench.check.Verdict.Passes;
import dojo.workbench.check.Verdict.TimedOut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A verdict in words: the first thing to look at, where it is, and the bill. Pure. */
public final class VerdictView {
    private static final int MOST_PROBLEMS = 3;
    private static final int MOST_OUTPUT = 10;

    private final Path root;
    private final int width;
    private final Optional<Path> source;
    private final List<Line> lines = new ArrayList<>();

    private VerdictView(Path root, int width, Optional<Path> source) {
        this.root = root;
        this.width = width;
        this.source = source;
    }

    /**
     * The verdict fitted to {@code width} columns.
     *
     * @param root what paths in the verdict are relative to
     */
    public static List<Line> lines(Verdict verdict, Path root, int width) {
        return lines(verdict, root, width, Optional.empty());
    }

    /** The same for files that were not the learner's; whoever plays a check again must name them, too. */
    public static List<Line> lines(Verdict verdict, Path root, int width, Optional<Path> source) {
        var view = new VerdictView(root, width, source);
        view.show(verdict);
        return List.copyOf(view.lines);
    }

    private void show(Verdict verdict) {
        if (verdict instanceof Passes passes) {
            passes(passes.graded());
        } else if (verdict instanceof Fails fails) {
            fails(fails);
        } else if (verdict instanceof NotStarted notStarted) {
            notStarted(notStarted);
        } else if (verdict instanceof DoesNotCompile broken) {
            doesNotCompile(broken);
        } else if (verdict instanceof TimedOut timedOut) {
            head(Tone.BAD, "✗ ", timedOut.graded().exercise() + " timed out after " + seconds(timedOut));
            timedOut.where().ifPresent(this::where);
            paragraph(timedOut.message());
            output(timedOut.output());
        } else if (verdict instanceof Crashed crashed) {
            head(Tone.BAD, "✗ ", crashed.graded().exercise() + " ended the process it ran in");
            paragraph(crashed.message());
            output(crashed.output());
        }
    }

    private void passes(Graded graded) {
        long hidden = graded.checks().stream().filter(CheckResult::hidden).count();
        int all = graded.checks().size();
        String checks = all + (all == 1 ? " check" : " checks") + (hidden > 0 ? ", " + hidden + " of them hidden" : "");
        head(Tone.GOOD, "✓ ", graded.exercise() + " passes");
        addWrapped(Line.of(Tone.QUIET, checks + " · " + graded.millis().total() + " ms"));
        if (graded.hasPrice()) {
            addWrapped(Line.of(Tone.GOOD, "correct, efficient")
                    .and(remarks(graded.remarks().size())));
        }
        graded.checks().forEach(this::exhibit);
        bill(graded);
        remarks(graded);
    }

    private static Line remarks(int count) {
        return count == 0
                ? Line.of(Tone.GOOD, ", idiomatic")
                : Line.of(Tone.NOTE, "; " + count + (count == 1 ? " remark" : " remarks") + " on how it reads, below");
    }

    /** What a reviewer would say; it passes all the same. */
    private void remarks(Graded graded) {
        if (!graded.remarks().isEmpty()) {
            lines.add(Line.EMPTY);
        }
        graded.remarks()
                .forEach(remark ->
                        lines.addAll(Line.of(Tone.NOTE, "  · ").and(remark).wrap(width, 4)));
    }

    private void fails(Fails fails) {
        CheckResult first = fails.first();
        List<CheckResult> checks = fails.graded().checks();
        head(Tone.BAD, "✗ ", fails.graded().exercise() + " fails");
        addWrapped(Line.of("check " + (checks.indexOf(first) + 1) + " of " + checks.size()
                        + (first.hidden() ? ", hidden: " : ": "))
                .and(Tone.TITLE, first.sentence()));
        if (fails.graded().correct()) {
            addWrapped(Line.of(Tone.GOOD, "correct").and(Tone.NOTE, ", not efficient yet"));
        }
        details(first);
        if (first.hidden() || first.priced()) {
            evidence(first);
        }
        if (first.hidden()) {
            paragraph("Play it again: " + Replay.command(fails.graded(), source));
        }
        if (first.priced()) {
            bill(first.bill(), first.spentByLine(), fails.graded().par());
        } else {
            billOfAnother(fails.graded());
        }
    }

    /** The check that failed has no price; what the priced one cost is told as its own. */
    private void billOfAnother(Graded graded) {
        graded.billed().ifPresent(priced -> {
            lines.add(Line.EMPTY);
            addWrapped(Line.of(Tone.QUIET, "The bill is that of another check: " + priced.sentence()));
        });
        bill(graded);
    }

    private void notStarted(NotStarted verdict) {
        head(Tone.NOTE, "· ", verdict.graded().exercise() + " is not started");
        if (verdict.first().isEmpty()) {
            paragraph(verdict.message());
        }
        verdict.first().ifPresent(first -> {
            addWrapped(Line.of("The files are still the starter's. The first check to mend: ")
                    .and(Tone.TITLE, first.sentence()));
            details(first);
            if (first.priced()) {
                evidence(first);
                bill(verdict.graded());
            }
        });
    }

    private void doesNotCompile(DoesNotCompile verdict) {
        head(Tone.BAD, "✗ ", verdict.graded().exercise() + " does not compile");
        List<CompileProblem> problems = verdict.problems();
        if (verdict.signatureChanged() || problems.isEmpty()) {
            paragraph(verdict.message());
        }
        problems.stream().limit(MOST_PROBLEMS).forEach(problem -> {
            lines.add(Line.EMPTY);
            where(problem.where());
            paragraph(problem.message());
        });
        if (problems.size() > MOST_PROBLEMS) {
            lines.add(Line.of(Tone.QUIET, "  and " + (problems.size() - MOST_PROBLEMS) + " more"));
        }
    }

    private void details(CheckResult check) {
        check.where().ifPresent(this::where);
        boolean compared = check.expected().isPresent() && check.actual().isPresent();
        paragraph(compared ? beforeComparison(check.message()) : check.message());
        if (compared) {
            lines.add(Line.EMPTY);
            lines.addAll(ComparisonView.lines(
                    check.expected().orElseThrow(), check.actual().orElseThrow(), width));
        }
        exhibit(check);
        output(check.output());
    }

    /** As the check laid it out: never wrapped, or columns would part. */
    private void exhibit(CheckResult check) {
        if (!check.exhibit().isEmpty()) {
            lines.add(Line.EMPTY);
            lines.add(Line.of(Tone.HEADING, "  " + check.exhibit().get(0)));
            check.exhibit().stream().skip(1).map(VerdictView::signed).forEach(lines::add);
        }
    }

    private static Line signed(String row) {
        Tone tone = row.startsWith("✓ ") ? Tone.GOOD : row.startsWith("✗ ") ? Tone.BAD : Tone.PLAIN;
        return tone == Tone.PLAIN
                ? Line.of(row.isEmpty() ? "" : "  " + row)
                : Line.of(tone, "  " + row.charAt(0)).and(row.substring(1));
    }

    /** The library's message often repeats the comparison that stands below it. */
    private static String beforeComparison(String message) {
        return message.lines()
                .takeWhile(
                        line -> !line.strip().toLowerCase(java.util.Locale.ROOT).matches("(expect|but was).*"))
                .reduce("", (before, line) -> before.isEmpty() ? line : before + "\n" + line);
    }

    private void evidence(CheckResult check) {
        if (!check.inputs().isEmpty()) {
            lines.add(Line.EMPTY);
            check.inputs().forEach(input -> addWrapped(Line.of("given ").and(Tone.CODE, Excerpt.around(input, ""))));
        }
        if (!check.requests().isEmpty()) {
            lines.add(Line.EMPTY);
            lines.add(Line.of("  requests it made"));
            Excerpt.ends(check.requests())
                    .forEach(request ->
                            lines.addAll(Line.of(Tone.QUIET, "  " + request).wrap(width, 5)));
        }
    }

    private void output(String output) {
        List<String> printed = output.stripTrailing().lines().toList();
        if (printed.isEmpty()) {
            return;
        }
        lines.add(Line.EMPTY);
        lines.add(Line.of("  your code printed" + (printed.size() > MOST_OUTPUT ? ", at the end" : "")));
        printed.stream()
                .skip(Math.max(0, printed.size() - MOST_OUTPUT))
                .forEach(line -> lines.addAll(Line.of(Tone.QUIET, "  │ " + line).wrap(width, 4)));
    }

    private void bill(Graded graded) {
        List<Spent> byLine = graded.billed().map(CheckResult::spentByLine).orElse(List.of());
        graded.bill().ifPresent(bill -> bill(bill, byLine, graded.par()));
    }

    private void bill(Bill bill, List<Spent> byLine, Bill par) {
        lines.add(Line.EMPTY);
        lines.addAll(BillView.againstPar(bill, par, byLine, root, width));
    }

    private void head(Tone tone, String sign, String text) {
        lines.addAll(Line.of(tone, sign + text).wrap(width, 2));
    }

    /** Several lines of text, each wrapped and indented; an empty text adds nothing. */
    private void paragraph(String text) {
        text.strip().lines().forEach(line -> addWrapped(Line.of(line.stripTrailing())));
    }

    private void addWrapped(Line line) {
        lines.addAll(line.indent(2).wrap(width, 2));
    }

    /** Paths are printed whole, so that terminals and editors can follow them. */
    private void where(String where) {
        lines.add(Line.of("  ").link(Tone.CODE, where, PathLink.to(root, where)));
    }

    private static String seconds(TimedOut timedOut) {
        return Optional.of(timedOut.limit().toSeconds())
                .filter(seconds -> seconds > 0)
                .map(seconds -> seconds + " s")
                .orElse(timedOut.limit().toMillis() + " ms");
    }
}
