package dojo.workbench.golf;

import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Variant;
import dojo.workbench.golf.RightAnswer.Whose;
import dojo.workbench.screen.BillView;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Money;
import dojo.workbench.screen.Tone;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Right answers beside each other, by what they cost and not by how they look. Pure. */
public final class AnswersView {
    private static final int NUMBERS = 30;
    private static final int LEAST_SENT = 12;

    private AnswersView() {}

    /** A row for each answer, the cheapest first, and the ideas of the alternatives below. */
    public static List<Line> lines(Exercise exercise, List<RightAnswer> answers, Path root, int width) {
        var lines = new ArrayList<Line>();
        lines.addAll(Line.of(Tone.TITLE, "Right answers to " + exercise.id() + ", by their bills")
                .wrap(width));
        int names = longest(answers.stream().map(RightAnswer::name).toList());
        int sent = Math.max(
                LEAST_SENT,
                longest(answers.stream()
                        .map(answer -> sent(answer.operations()))
                        .toList()));
        boolean roomy = 2 + names + 2 + sent + NUMBERS <= width;
        if (roomy) {
            lines.add(Line.of(
                    Tone.QUIET,
                    "  " + pad("", names) + "  " + pad("sent", sent) + numbers("req", "RU", "WU", "$ a day")));
        }
        for (RightAnswer answer : answers) {
            lines.addAll(roomy ? List.of(row(answer, names, sent)) : narrow(answer, width));
        }
        lines.add(Line.EMPTY);
        answers.stream()
                .filter(answer -> answer.whose() == Whose.ALTERNATIVE)
                .forEach(
                        other -> idea(other.name(), other.idea(), other.folder().orElseThrow(), root, width, lines));
        lines.addAll(Line.of(
                        Tone.QUIET,
                        "RU and WU: read and write units; $ a day: at 1,000 calls a second. " + Money.basis())
                .wrap(width));
        return List.copyOf(lines);
    }

    /** Other answers that are accepted, each with its idea, and the command that compares what they cost. */
    public static List<Line> ideas(Exercise exercise, List<Variant> others, Path root, int width) {
        var lines = new ArrayList<>(Line.of(Tone.TITLE, "Also right").wrap(width));
        others.forEach(other -> idea(other.name(), other.says("Idea").orElse(""), other.folder(), root, width, lines));
        if (!exercise.par().equals(Bill.ZERO)) {
            lines.addAll(Line.of("Their bills beside yours: ")
                    .and(Tone.CODE, "./dojo golf " + exercise.id())
                    .wrap(width));
        }
        lines.add(Line.EMPTY);
        return List.copyOf(lines);
    }

    private static void idea(String name, String idea, Path folder, Path root, int width, List<Line> lines) {
        lines.addAll(Line.of(Tone.KEY, name).and(": " + idea).wrap(width, 2));
        String shown = folder.startsWith(root) ? root.relativize(folder).toString() : folder.toString();
        lines.add(Line.of("  ").link(Tone.CODE, shown, folder.toUri()));
    }

    private static Line row(RightAnswer answer, int names, int sent) {
        return Line.of("  ")
                .and(tone(answer), pad(answer.name(), names))
                .and(Tone.QUIET, "  " + pad(sent(answer.operations()), sent))
                .and(numbers(
                        Integer.toString(answer.bill().requests()),
                        BillView.number(answer.bill().readUnits()),
                        BillView.number(answer.bill().writeUnits()),
                        Money.aDay(answer.bill())));
    }

    private static List<Line> narrow(RightAnswer answer, int width) {
        return Line.of("  ")
                .and(tone(answer), answer.name())
                .and(": " + GolfView.shortly(answer.bill()) + ", " + Money.aDay(answer.bill()) + " a day")
                .wrap(width, 4);
    }

    private static Tone tone(RightAnswer answer) {
        return answer.whose() == Whose.YOURS ? Tone.GOOD : Tone.PLAIN;
    }

    /** {@code GetItem, 2 Query}: each operation once, in the order of its first request. */
    private static String sent(List<String> operations) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        operations.forEach(operation -> counts.merge(operation, 1, Integer::sum));
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(entry -> (entry.getValue() == 1 ? "" : entry.getValue() + " ") + entry.getKey())
                        .toList());
    }

    private static String numbers(String requests, String reads, String writes, String money) {
        return String.format(Locale.ROOT, "%5s%7s%7s%11s", requests, reads, writes, money);
    }

    private static int longest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
