package dojo.workbench.shell;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import dojo.workbench.shell.view.ResultView;
import java.util.ArrayList;
import java.util.List;

/** What became of a snippet, in lines. Pure. */
final class OutcomeView {
    private OutcomeView() {}

    static List<Line> lines(Outcome outcome, int width) {
        if (outcome instanceof Outcome.Value value) {
            return value(value);
        } else if (outcome instanceof Outcome.Shown shown) {
            return ResultView.named(shown.name(), shown.value(), width);
        } else if (outcome instanceof Outcome.Defined defined) {
            return defined.what().isEmpty()
                    ? List.of()
                    : Line.of(Tone.QUIET, "created " + defined.what()).wrap(width);
        } else if (outcome instanceof Outcome.Rejected rejected) {
            return rejected.problems().stream()
                    .flatMap(problem -> problem(problem, width).stream())
                    .toList();
        } else if (outcome instanceof Outcome.Threw threw) {
            String message = threw.message().isEmpty() ? "" : ": " + threw.message();
            return Line.of(Tone.BAD, "✗ " + threw.type())
                    .and(message.replace('\n', ' '))
                    .wrap(width, 2);
        } else if (outcome instanceof Outcome.Stopped) {
            return List.of(Line.of(Tone.NOTE, "stopped"));
        }
        Outcome.Lost lost = (Outcome.Lost) outcome;
        return Line.of(Tone.BAD, "✗ " + lost.why() + ". ")
                .and("A new process takes over; the table is as at the start, and laws are off.")
                .wrap(width, 2);
    }

    private static List<Line> value(Outcome.Value value) {
        var lines = new ArrayList<Line>();
        List<String> rows =
                value.text().isEmpty() ? List.of("") : value.text().lines().toList();
        lines.add(Line.of(Tone.QUIET, value.name() + " = ").and(rows.get(0)));
        rows.stream().skip(1).map(Line::of).forEach(lines::add);
        return lines;
    }

    private static List<Line> problem(Outcome.Problem problem, int width) {
        var lines = new ArrayList<Line>();
        List<String> words = problem.message().lines().map(String::strip).toList();
        lines.addAll(Line.of(Tone.BAD, "✗ ")
                .and(words.isEmpty() ? "does not compile" : words.get(0))
                .wrap(width, 2));
        // "location: class" names a class of JShell's making.
        words.stream()
                .skip(1)
                .filter(word -> !word.startsWith("location:"))
                .forEach(word -> lines.addAll(Line.of("  " + word).wrap(width, 2)));
        int indent = problem.line().length() - problem.line().stripLeading().length();
        lines.add(Line.of(Tone.CODE, "  " + problem.line().strip()));
        int from = Math.max(0, problem.from() - indent);
        lines.add(Line.of(Tone.BAD, " ".repeat(2 + from) + "^".repeat(Math.max(1, problem.to() - problem.from()))));
        return lines;
    }
}
