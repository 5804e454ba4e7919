package dojo.workbench.placement;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.KeyBar;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A question, and what the answers showed, in lines. Pure. */
public final class PlacementView {
    private PlacementView() {}

    static List<Line> question(List<Question> questions, int at, int width) {
        Question question = questions.get(at);
        var lines = new ArrayList<Line>();
        lines.add(Line.of(Tone.TITLE, "Where to start: question " + (at + 1) + " of " + questions.size()));
        lines.addAll(Line.of(Tone.QUIET, "Nothing is graded. Whoever guesses skips what they would have learned.")
                .wrap(width));
        lines.add(Line.EMPTY);
        lines.addAll(Line.of(question.text()).wrap(width));
        lines.add(Line.EMPTY);
        for (int i = 0; i < question.options().size(); i++) {
            lines.addAll(Line.of(Tone.KEY, (i + 1) + "  ")
                    .and(question.options().get(i))
                    .wrap(width, 3));
        }
        lines.add(Line.of(Tone.KEY, "0  ").and("I don't know"));
        lines.add(Line.EMPTY);
        var keys = new ArrayList<KeyBar.Named>();
        keys.add(new KeyBar.Named("0-" + question.options().size(), "answer"));
        if (at > 0) {
            keys.add(new KeyBar.Named("b", "back"));
        }
        keys.add(new KeyBar.Named("q", "leave, nothing changes"));
        lines.addAll(KeyBar.named(keys, width));
        return lines;
    }

    /** What is known, what is not and why, and where to start. */
    public static List<Line> result(Result result, int width) {
        var lines = new ArrayList<>(summary(result, width));
        for (int i = 0; i < result.questions().size(); i++) {
            lines.addAll(row(result, i).wrap(width, 2));
        }
        for (int i = 0; i < result.questions().size(); i++) {
            if (!result.isRight(i)) {
                lines.add(Line.EMPTY);
                lines.addAll(answer(result.questions().get(i), width));
            }
        }
        return lines;
    }

    /** One question whose answer was not known, with the answer, and why it is that. */
    static List<Line> reason(Result result, int at, int width) {
        Question question = result.questions().get(at);
        var lines = new ArrayList<Line>();
        lines.addAll(Line.of(Tone.TITLE, question.name().replace('_', ' '))
                .and(Tone.QUIET, " · question " + (at + 1) + ", taught by " + question.exercise())
                .wrap(width));
        lines.add(Line.EMPTY);
        lines.addAll(answer(question, width));
        lines.add(Line.EMPTY);
        lines.addAll(KeyBar.named(
                List.of(new KeyBar.Named("Enter", "go on"), new KeyBar.Named("q", "back to the proposal")), width));
        return lines;
    }

    private static List<Line> answer(Question question, int width) {
        var lines = new ArrayList<>(Line.of(question.text()).wrap(width));
        lines.addAll(Line.of(Tone.GOOD, question.options().get(question.right() - 1))
                .indent(2)
                .wrap(width, 2));
        lines.addAll(Line.of(Tone.QUIET, question.why()).indent(2).wrap(width, 2));
        lines.addAll(Line.of(Tone.QUIET, question.source()).indent(2).wrap(width, 2));
        return lines;
    }

    /** What the window shows, with the proposal; in a low window the single questions are left out. */
    static List<Line> proposal(Result result, int width, int rows) {
        var lines = new ArrayList<>(summary(result, width));
        var each = new ArrayList<Line>();
        for (int i = 0; i < result.questions().size(); i++) {
            each.addAll(row(result, i).wrap(width, 2));
        }
        each.add(Line.EMPTY);
        var names = new ArrayList<>(
                List.of(new KeyBar.Named("y", "start there"), new KeyBar.Named("n", "leave all as it was")));
        if (result.right() < result.questions().size()) {
            names.add(new KeyBar.Named("w", "why: the answers you did not give"));
        }
        List<Line> keys = KeyBar.named(names, width);
        if (lines.size() + each.size() + keys.size() <= rows) {
            lines.addAll(each);
        }
        lines.addAll(keys);
        return lines;
    }

    private static List<Line> summary(Result result, int width) {
        var lines = new ArrayList<Line>();
        int all = result.questions().size();
        lines.addAll(Line.of(Tone.TITLE, result.right() + " of " + all + " right")
                .and(
                        Tone.QUIET,
                        ", " + result.unknown() + " not known, " + (all - result.right() - result.unknown()) + " wrong")
                .wrap(width));
        result.start()
                .ifPresentOrElse(
                        start -> lines.addAll(Line.of("Proposal: start with ")
                                .and(Tone.KEY, start.id())
                                .and(", \"" + start.title() + "\".")
                                .wrap(width)),
                        () -> lines.addAll(Line.of("Nothing is left that you have not passed or shown to know;"
                                        + " take what pleases you from the list.")
                                .wrap(width)));
        if (!result.known().isEmpty()) {
            lines.addAll(Line.of("Skipped, and open to you all the same: "
                            + result.known().stream().map(Exercise::id).collect(Collectors.joining(", ")) + ".")
                    .wrap(width));
        }
        lines.add(Line.EMPTY);
        return lines;
    }

    private static Line row(Result result, int at) {
        Question question = result.questions().get(at);
        Line sign = result.isRight(at)
                ? Line.of(Tone.GOOD, "✓ ")
                : result.isUnknown(at) ? Line.of(Tone.QUIET, "· ") : Line.of(Tone.BAD, "✗ ");
        return sign.and(question.name().replace('_', ' '))
                .and(Tone.QUIET, result.isRight(at) ? "" : "  taught by " + question.exercise());
    }
}
