package dojo.workbench.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.bill.Bill;
import dojo.workbench.check.Checker;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.golf.AnswersView;
import dojo.workbench.golf.GolfView;
import dojo.workbench.golf.RightAnswer;
import dojo.workbench.golf.Score;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dojo golf}: the cheapest bill that passed, exercise by exercise, against par. */
@Command(name = "golf", description = "Your cheapest passes, against par; of one exercise, every right answer.")
public final class GolfCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description = "This exercise: your answers, ours and the alternatives, by their bills.")
    private @Nullable String id;

    @Option(names = "--json", description = "One object a line.")
    private boolean json;

    public GolfCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        return id == null ? board() : compare(workbench.exercise(workbench.catalogue(), id));
    }

    private int compare(Exercise exercise) {
        if (exercise.par().equals(Bill.ZERO)) {
            throw new UsageError(exercise.id() + " has no price, so there is nothing to compare.");
        }
        List<RightAnswer> answers;
        if (workbench.progress().read().hasPassed(exercise)) {
            try (Checker checker = Checker.open(workbench.checkerOptions())) {
                answers = RightAnswer.all(exercise, workbench.root(), checker);
            } catch (IOException e) {
                workbench.screen().error("The alternatives of " + exercise.id() + " cannot be read: " + e.getMessage());
                return 1;
            }
        } else {
            workbench.screen().error(exercise.id() + " is still open: other answers stand here once you passed.");
            answers = RightAnswer.yours(exercise, workbench.root());
        }
        if (json) {
            answers.forEach(answer -> workbench.screen().print(object(exercise, answer)));
        } else if (!answers.isEmpty()) {
            workbench
                    .screen()
                    .print(AnswersView.lines(
                            exercise,
                            answers,
                            workbench.root(),
                            workbench.screen().width()));
        }
        return 0;
    }

    private static String object(Exercise exercise, RightAnswer answer) {
        ObjectNode node = new ObjectMapper()
                .createObjectNode()
                .put("exercise", exercise.id())
                .put("answer", answer.name())
                .put("whose", answer.whose().name().toLowerCase(Locale.ROOT));
        bill(node.putObject("bill"), answer.bill());
        answer.operations().forEach(node.putArray("sent")::add);
        if (!answer.idea().isEmpty()) {
            node.put("idea", answer.idea());
        }
        return node.toString();
    }

    private int board() {
        Progress progress = workbench.progress().read();
        List<Score> scores = Score.all(workbench.catalogue(), progress);
        if (json) {
            scores.forEach(score -> workbench.screen().print(object(score)));
        } else {
            workbench.screen().print(GolfView.board(scores, workbench.screen().width()));
        }
        return 0;
    }

    private static String object(Score score) {
        ObjectNode node = new ObjectMapper()
                .createObjectNode()
                .put("exercise", score.exercise().id())
                .put("assisted", score.assisted());
        score.best().ifPresentOrElse(best -> bill(node.putObject("best"), best), () -> node.putNull("best"));
        bill(node.putObject("par"), score.exercise().par());
        score.standing()
                .ifPresentOrElse(standing -> node.put("standing", standing.words()), () -> node.putNull("standing"));
        return node.toString();
    }

    private static void bill(ObjectNode node, Bill bill) {
        node.put("requests", bill.requests()).put("readUnits", bill.readUnits()).put("writeUnits", bill.writeUnits());
    }
}
