package dojo.workbench.predict;

import dojo.workbench.exercise.AnswerSheet;
import dojo.workbench.exercise.AnswerSheet.Reply;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Question;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Markup;
import dojo.workbench.screen.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions and predictions in words. Pure. */
public final class QuestionView {
    /** So that questions stand below each other whatever was said. */
    private static final int VALUE = 6;

    private QuestionView() {}

    /** One question, with what was said so far. */
    public static List<Line> question(AnswerSheet sheet, Question question, int width) {
        int number = sheet.questions().indexOf(question) + 1;
        var lines = new ArrayList<Line>();
        lines.add(Line.of(Tone.TITLE, question.name())
                .and(
                        Tone.QUIET,
                        " · question " + number + " of " + sheet.questions().size()));
        lines.addAll(Markup.lines(question.text(), width));
        sheet.answer(question.name())
                .ifPresent(
                        value -> lines.addAll(Line.of(Tone.QUIET, "so far you say " + value + "; Enter alone keeps it")
                                .wrap(width)));
        return lines;
    }

    /** Every question with its answer, or the space for one. */
    public static List<Line> sheet(AnswerSheet sheet, int width) {
        var lines = new ArrayList<Line>();
        int widest = sheet.questions().stream()
                .mapToInt(q -> q.name().length())
                .max()
                .orElse(0);
        for (Question question : sheet.questions()) {
            Optional<String> answer = sheet.answer(question.name());
            Line value = answer.map(Line::of).orElseGet(() -> Line.of(Tone.NOTE, "open"));
            lines.addAll(Line.of(Tone.CODE, question.name())
                    .and(" ".repeat(widest - question.name().length() + 2))
                    .and(value)
                    .and(" ".repeat(Math.max(1, VALUE - value.columns())))
                    .and(Tone.QUIET, question.text().replace("`", ""))
                    .wrap(width, widest + 2 + VALUE));
        }
        return lines;
    }

    /** What became of an answer. */
    public static List<Line> reply(Reply reply, int width) {
        if (reply instanceof Reply.Refused refused) {
            return Line.of(Tone.BAD, refused.sentence()).wrap(width);
        }
        var noted = (Reply.Noted) reply;
        return Line.of(
                        Tone.QUIET,
                        "noted: " + noted.name() + " is " + noted.value()
                                + noted.before()
                                        .map(old -> " (it was " + old + ")")
                                        .orElse(""))
                .wrap(width);
    }

    /** How to go on. */
    public static List<Line> next(AnswerSheet sheet, Exercise exercise, int width) {
        return sheet.stillOpen()
                .map(sentence -> Line.of(sentence).wrap(width))
                .orElseGet(() -> Line.of("Every question has a prediction. ")
                        .and(Tone.CODE, "./dojo check " + exercise.id())
                        .and(" measures them.")
                        .wrap(width));
    }
}
