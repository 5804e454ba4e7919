package dojo.workbench.shell;

import dojo.workbench.exercise.AnswerSheet;
import dojo.workbench.exercise.AnswerSheet.Reply;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Kind;
import dojo.workbench.exercise.Question;
import dojo.workbench.predict.QuestionView;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import dojo.workbench.shell.Slash.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /answer}: asks the next open question, or notes an answer and asks the one after it. */
final class Answering {
    private Answering() {}

    /** Whether there are predictions to make before an exercise may be looked into. */
    static Predicate<Exercise> sealed(Path root) {
        return exercise -> {
            try {
                return exercise.kind() == Kind.PREDICT
                        && !AnswerSheet.ofLearner(root, exercise).open().isEmpty();
            } catch (IOException e) {
                return true;
            }
        };
    }

    static Result run(Sitting sitting, Exercise exercise, String operand) throws IOException {
        if (!exercise.isAnswered()) {
            return sitting.fail(exercise.id() + " is solved in its file, not by answers; /task says which.");
        }
        AnswerSheet sheet = sitting.isRecording()
                ? AnswerSheet.ofLearner(sitting.root(), exercise)
                : AnswerSheet.of(exercise, sitting.answers());
        List<String> words = operand.isBlank() ? List.of() : List.of(operand.split("[\\s=]+", 2));
        Optional<Question> next = sheet.open().stream().findFirst();
        if (words.isEmpty()) {
            return next.isPresent() || !sheet.questions().isEmpty()
                    ? sitting.show(onwards(exercise, sheet, sitting.width()))
                    : sitting.fail("Give a name and a value, for example /answer turns 3.");
        }
        Optional<Question> named = sheet.questions().stream()
                .filter(question -> question.name().equals(words.get(0)))
                .findFirst();
        boolean valueOnly = exercise.kind() == Kind.PREDICT && named.isEmpty() && startsAsNumber(operand);
        if (valueOnly && next.isPresent()) {
            return note(sitting, exercise, sheet, next.get().name(), operand);
        } else if (words.size() == 2 && !words.get(1).isBlank()) {
            return note(sitting, exercise, sheet, words.get(0), words.get(1));
        } else if (named.isPresent()) {
            return sitting.show(QuestionView.question(sheet, named.get(), sitting.width()));
        }
        return sitting.fail("Give a name and a value, for example /answer "
                + next.map(Question::name).orElse("turns") + " 3.");
    }

    private static boolean startsAsNumber(String operand) {
        return operand.strip().matches("[-+.,½\\d].*");
    }

    private static Result note(Sitting sitting, Exercise exercise, AnswerSheet sheet, String name, String value)
            throws IOException {
        boolean wasSealed = sitting.isRecording() && sitting.session().isSealed();
        Reply reply = sheet.note(name, value);
        if (reply instanceof Reply.Refused refused) {
            return sitting.fail(refused.sentence());
        }
        if (sitting.isRecording()) {
            // A check will follow soon: let it find everything warm.
            sitting.checker().warmUp();
            if (wasSealed && !sitting.session().isSealed()) {
                sitting.session().unseal();
            }
        }
        List<Line> lines = new ArrayList<>(QuestionView.reply(reply, sitting.width()));
        if (!sheet.questions().isEmpty()) {
            lines.addAll(onwards(exercise, sheet, sitting.width()));
        }
        return sitting.show(lines);
    }

    private static List<Line> onwards(Exercise exercise, AnswerSheet sheet, int width) {
        List<Line> lines = new ArrayList<>();
        if (sheet.open().isEmpty()) {
            lines.addAll(QuestionView.sheet(sheet, width));
            lines.add(Line.of("Every question has an answer. ")
                    .and(Tone.KEY, "/check")
                    .and(" compares."));
        } else {
            Question next = sheet.open().get(0);
            // What was found may be a word, and only a prediction may go without its name.
            String operands = exercise.kind() == Kind.PREDICT ? "NUMBER" : next.name() + " VALUE";
            lines.addAll(QuestionView.question(sheet, next, width));
            lines.add(Line.of(Tone.QUIET, "answer with ").and(Tone.KEY, "/answer " + operands));
        }
        return lines;
    }
}
