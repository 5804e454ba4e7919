package dojo.workbench.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Progress;
import dojo.workbench.golf.GolfView;
import dojo.workbench.golf.Score;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dojo golf}: the cheapest bill that passed, exercise by exercise, against par. */
@Command(name = "golf", description = "Your cheapest passes, against par.")
public final class GolfCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Option(names = "--json", description = "One object a line.")
    private boolean json;

    public GolfCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
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
