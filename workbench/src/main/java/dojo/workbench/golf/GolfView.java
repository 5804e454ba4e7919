package dojo.workbench.golf;

import dojo.lab.bill.Bill;
import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.screen.BillView;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Money;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The board of personal bests, and the sentence after a pass. Pure. */
public final class GolfView {
    private GolfView() {}

    /** Every priced exercise: best, par, how they compare, and what the best comes to. */
    public static List<Line> board(List<Score> scores, int width) {
        int ids = longest(scores.stream().map(score -> score.exercise().id()).toList(), 8);
        int bests = longest(scores.stream().map(GolfView::best).toList(), 9);
        int pars = longest(
                scores.stream().map(score -> tersely(score.exercise().par())).toList(), 3);
        var lines = new ArrayList<Line>();
        String head = pad("  exercise", ids + 2) + "  " + pad("your best", bests) + "  " + pad("par", pars) + "  ";
        if (head.length() + 19 <= width) {
            lines.add(Line.of(Tone.TITLE, head + pad("", 10) + " $ a day"));
        }
        scores.forEach(score -> lines.addAll(row(score, ids, bests, pars).wrap(width, 4)));
        lines.add(Line.EMPTY);
        lines.addAll(summary(scores).wrap(width));
        lines.addAll(Line.of(
                        Tone.QUIET,
                        "req: requests, RU and WU: read and write units, $ a day: at 1,000 calls a second. "
                                + Money.basis())
                .wrap(width));
        return lines;
    }

    /** What a pass was worth; nothing for a verdict that does not pass or has no price. */
    public static List<Line> after(Verdict verdict, Exercise exercise, Progress progress, int width) {
        Optional<Bill> bill = verdict.graded().bill().filter(any -> verdict.passed());
        if (bill.isEmpty()) {
            return List.of();
        }
        Standing standing = Standing.of(bill.get(), exercise.par());
        Line line =
                Line.of("  golf: ").and(standing.tone(), standing.words()).and(rank(bill.get(), exercise, progress));
        if (standing == Standing.UNDER) {
            line = line.and(". Nobody knew it could be done for less: tell the authors.");
        }
        return line.wrap(width, 2);
    }

    private static Line rank(Bill bill, Exercise exercise, Progress progress) {
        Bill best = progress.best(exercise).orElse(bill);
        Line rank = Progress.BY_PRICE.compare(bill, best) <= 0
                ? Line.of(Tone.GOOD, ", your best so far")
                : Line.of(", your best is " + shortly(best));
        return progress.wasAssisted(exercise) ? rank.and(Tone.NOTE, " (with help)") : rank;
    }

    private static Line row(Score score, int ids, int bests, int pars) {
        String id = pad(score.exercise().id(), ids);
        Line row = score.best().isPresent() ? Line.of(Tone.GOOD, "✓ ").and(id) : Line.of(Tone.QUIET, "· " + id);
        row = row.and("  " + pad(best(score), bests))
                .and(Tone.QUIET, "  " + pad(tersely(score.exercise().par()), pars));
        if (score.standing().isPresent()) {
            Standing standing = score.standing().get();
            String mark = score.assisted() ? "*" : "";
            row = row.and(standing.tone(), "  " + standing.words())
                    .and(Tone.NOTE, mark)
                    .and(pad("", 10 - standing.words().length() - mark.length()))
                    .and(" " + score.best().map(Money::aDay).orElse(""));
        }
        return row;
    }

    private static Line summary(List<Score> scores) {
        long played = scores.stream().filter(score -> score.best().isPresent()).count();
        if (played == 0) {
            return Line.of("No bests yet: pass an exercise, and its bill stands here.");
        }
        long helped = scores.stream()
                .filter(score -> score.best().isPresent() && score.assisted())
                .count();
        return Line.of(played + " of " + scores.size() + " played: " + count(scores, Standing.UNDER) + " under par, "
                + count(scores, Standing.PAR) + " at par, " + count(scores, Standing.OVER) + " over"
                + (helped == 0 ? "." : "; " + helped + " of them with help (*)."));
    }

    private static long count(List<Score> scores, Standing standing) {
        return scores.stream()
                .filter(score -> score.standing().equals(Optional.of(standing)))
                .count();
    }

    private static String best(Score score) {
        return score.best().map(GolfView::tersely).orElse("–");
    }

    /** {@code 3 requests, 2.5 RU}. */
    public static String shortly(Bill bill) {
        String units = (bill.readUnits() == 0 ? "" : ", " + BillView.number(bill.readUnits()) + " RU")
                + (bill.writeUnits() == 0 ? "" : ", " + BillView.number(bill.writeUnits()) + " WU");
        return bill.requests() + (bill.requests() == 1 ? " request" : " requests") + units;
    }

    /** The same for a column: {@code 3 req 2.5 RU}. */
    private static String tersely(Bill bill) {
        return shortly(bill).replaceFirst("requests?", "req").replace(",", "");
    }

    private static int longest(List<String> texts, int least) {
        return Math.max(least, texts.stream().mapToInt(String::length).max().orElse(0));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
