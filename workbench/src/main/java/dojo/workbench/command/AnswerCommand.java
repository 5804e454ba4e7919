package dojo.workbench.command;

import dojo.workbench.exercise.AnswerSheet;
import dojo.workbench.exercise.AnswerSheet.Reply;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.predict.Asking;
import dojo.workbench.predict.QuestionView;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Terminals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dojo answer}: notes predictions and findings; asks for them at a terminal. */
@Command(name = "answer", description = "Predict, or note what you found; without names it asks, question by question.")
public final class AnswerCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(index = "0", paramLabel = "ID", arity = "0..1", description = "The exercise; without one, the current.")
    private @Nullable String id;

    @Parameters(
            index = "1..*",
            paramLabel = "NAME VALUE",
            arity = "0..*",
            description = "A question's name and your answer to it, once or more often.")
    private List<String> pairs = new ArrayList<>();

    public AnswerCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        Exercise exercise = workbench.exerciseOrCurrent(workbench.catalogue(), id);
        if (!exercise.isAnswered()) {
            throw new UsageError(exercise.id() + " is solved in its file, not by answers; ./dojo open " + exercise.id()
                    + " says which.");
        } else if (pairs.size() % 2 != 0) {
            throw new UsageError("\"" + pairs.get(pairs.size() - 1) + "\" stands alone; give names and values in"
                    + " pairs: ./dojo answer " + exercise.id() + " NAME VALUE.");
        }
        try {
            return pairs.isEmpty() ? ask(exercise) : note(exercise);
        } catch (IOException e) {
            workbench
                    .screen()
                    .error("The answer was not kept: " + e.getMessage()
                            + ". Check the rights of .dojo, and disk space.");
            return 1;
        }
    }

    /** All or nothing: whoever mistypes the third of five would have to look which two were taken. */
    private int note(Exercise exercise) throws IOException {
        Map<String, String> trial = new LinkedHashMap<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            if (AnswerSheet.of(exercise, trial).note(pairs.get(i), pairs.get(i + 1)) instanceof Reply.Refused refused) {
                throw new UsageError(pairs.get(i) + " was not noted. " + refused.sentence());
            }
        }
        Screen screen = workbench.screen();
        AnswerSheet sheet = AnswerSheet.ofLearner(workbench.root(), exercise);
        for (int i = 0; i < pairs.size(); i += 2) {
            screen.print(QuestionView.reply(sheet.note(pairs.get(i), pairs.get(i + 1)), screen.width()));
        }
        screen.print(QuestionView.next(sheet, exercise, screen.width()));
        return 0;
    }

    private int ask(Exercise exercise) throws IOException {
        AnswerSheet sheet = AnswerSheet.ofLearner(workbench.root(), exercise);
        if (sheet.questions().isEmpty()) {
            throw new UsageError("Say what you found: ./dojo answer " + exercise.id() + " NAME VALUE. ./dojo shell "
                    + exercise.id() + " then /task says which names.");
        }
        try (Terminal terminal = Terminals.open().orElse(null)) {
            if (terminal != null) {
                Asking.at(terminal, Screen.on(terminal), workbench.root(), exercise)
                        .ask();
                return 0;
            }
        }
        return list(exercise, sheet);
    }

    /** Without a terminal nobody can be asked. */
    private int list(Exercise exercise, AnswerSheet sheet) {
        Screen screen = workbench.screen();
        screen.print(QuestionView.sheet(sheet, screen.width()));
        if (sheet.open().isEmpty()) {
            screen.print(QuestionView.next(sheet, exercise, screen.width()));
            return 0;
        }
        screen.error("This is not a terminal, so give them all: ./dojo answer " + exercise.id() + " "
                + sheet.open().get(0).name() + " VALUE …");
        return 1;
    }
}
