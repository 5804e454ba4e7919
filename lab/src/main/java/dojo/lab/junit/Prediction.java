package dojo.lab.junit;

import dojo.lab.Lab;
import dojo.lab.bill.Bill;
import dojo.lab.bill.RequestLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One prediction against one measurement.
 *
 * <pre>{@code
 * predictions.of("filter")
 *         .readUnits(() -> chat.turnsOf("customer"))
 *         .mistake(unitsOf(returned), "is what came back; a filter is applied after reading, and reading is billed")
 *         .because("40 turns were read, 24 KB; the filter then dropped 20")
 *         .judge();
 * }</pre>
 *
 * <p>What is right is always measured, never typed; what is wrong is computed from the same data. Not thread-safe.
 */
public final class Prediction {
    private static final int COLUMNS = 74;
    private static final int PATIENCE = 2;

    private final String question;
    private final Answers answers;
    private final Lab lab;
    private final Map<String, String> report;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<String> where = new ArrayList<>();
    private String unit = "";
    private double measured = Double.NaN;

    Prediction(String question, Answers answers, Lab lab, Map<String, String> report) {
        this.question = question;
        this.answers = answers;
        this.lab = lab;
        this.report = report;
    }

    private record Mistake(double value, String sentence) {}

    /** Runs the work; what it was billed in read units is right. */
    public Prediction readUnits(Runnable work) {
        return measure(work, Bill::readUnits, "read unit");
    }

    /** Runs the work; what it was billed in write units is right. */
    public Prediction writeUnits(Runnable work) {
        return measure(work, Bill::writeUnits, "write unit");
    }

    /** Runs the work; the number of its requests is right. */
    public Prediction requests(Runnable work) {
        return measure(work, Bill::requests, "request");
    }

    /** What happened, where that is no bill: {@code outcome(page.count(), "item")}. */
    public Prediction outcome(double number, String thing) {
        measured = number;
        unit = thing;
        return this;
    }

    private Prediction measure(Runnable work, ToDoubleFunction<Bill> part, String name) {
        int mark = lab.meter().mark();
        work.run();
        lab.meter().linesSince(mark).stream().map(RequestLine::toString).forEach(where::add);
        return outcome(part.applyAsDouble(lab.meter().billSince(mark)), name);
    }

    /**
     * A number that a wrong belief leads to.
     *
     * @param sentence goes on after the number: {@code is what came back; …}
     */
    public Prediction mistake(double value, String sentence) {
        mistakes.add(new Mistake(value, sentence));
        return this;
    }

    /** Says where the units went; shown once the prediction is right. */
    public Prediction because(String sentence) {
        where.add(sentence);
        return this;
    }

    /**
     * Compares.
     *
     * @throws PredictionMissed if it is missing, no number, or another number than was measured
     */
    public void judge() {
        String said = answers.get(question)
                .orElseThrow(() -> new PredictionMissed(question + " is not answered yet; predict first.", ""));
        WrittenNumber number = WrittenNumber.of(said);
        if (number instanceof WrittenNumber.Refused refused) {
            throw new PredictionMissed(question + ": " + refused.sentence(), said);
        }
        double predicted = ((WrittenNumber.Read) number).value();
        if (Double.isNaN(measured)) {
            throw new IllegalStateException("Nothing was measured for " + question + "; call readUnits or the like.");
        } else if (!same(predicted, measured)) {
            throw new PredictionMissed(question + ": " + named(predicted) + patience(), said);
        }
        report.put("dojo.measured", WrittenNumber.text(measured));
        report.put("dojo.exhibit", exhibit());
        report.put(
                "dojo.mistakes",
                mistakes.stream()
                        .map(mistake -> WrittenNumber.text(mistake.value) + " " + mistake.sentence)
                        .collect(Collectors.joining("\n")));
    }

    private String named(double predicted) {
        String number = WrittenNumber.text(predicted);
        return mistakes.stream()
                .filter(mistake -> same(mistake.value, predicted))
                .findFirst()
                .map(mistake -> number + " " + mistake.sentence + ".")
                .orElseGet(() -> number + " is not it. " + nudge(predicted));
    }

    private String nudge(double predicted) {
        if (unit.equals("read unit") && predicted * 2 != Math.rint(predicted * 2)) {
            return "Read units come in halves: what is read is rounded up before it is priced.";
        } else if (unit.equals("write unit") && predicted != Math.rint(predicted)) {
            return "Write units are whole: what is written is rounded up before it is priced.";
        }
        return "Write down what is touched, how many bytes that is, and what they are rounded up to.";
    }

    /** Guessing until it fits teaches nothing; said once it looks like that, and without a finger raised. */
    private String patience() {
        List<String> earlier = answers.earlier(question);
        return earlier.size() < PATIENCE
                ? ""
                : "\nThat was number " + (earlier.size() + 1) + " for " + question + ", after "
                        + String.join(", ", earlier) + ". They are noted, and nobody minds; but before the next one,"
                        + " take a hint or count bytes on paper: that is quicker than guessing.";
    }

    private String exhibit() {
        String earlier = answers.earlier(question).isEmpty()
                ? ""
                : " (after " + String.join(", ", answers.earlier(question)) + ")";
        List<String> lines = new ArrayList<>();
        lines.add("%-11s predicted %s%s, measured %s %s%s"
                .formatted(
                        question,
                        WrittenNumber.text(measured),
                        earlier,
                        WrittenNumber.text(measured),
                        unit,
                        measured == 1 ? "" : "s"));
        where.forEach(sentence -> wrap(sentence, lines));
        return String.join("\n", lines);
    }

    /** Exhibits are shown as they are, so they are fitted to a usual window here. */
    private static void wrap(String sentence, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() + 13 > COLUMNS) {
                lines.add(" ".repeat(12) + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(" ".repeat(12) + line);
    }

    private static boolean same(double one, double other) {
        return Math.abs(one - other) < 1e-6;
    }
}
