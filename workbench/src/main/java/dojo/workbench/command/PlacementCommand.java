package dojo.workbench.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.placement.Placement;
import dojo.workbench.placement.PlacementView;
import dojo.workbench.placement.Question;
import dojo.workbench.placement.Questions;
import dojo.workbench.placement.Result;
import dojo.workbench.screen.FullWindow;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Terminals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dojo placement}: ten questions, and a proposal where to start. */
@Command(name = "placement", description = "Ten questions that propose where to start; you decide.")
public final class PlacementCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Option(
            names = "--answers",
            paramLabel = "N,N,…",
            description = "The number of an option for each question, 0 for \"I don't know\"; nobody is asked.")
    private @Nullable String answers;

    @Option(names = "--accept", description = "With --answers: start where it proposes, and skip what is known.")
    private boolean accept;

    @Option(names = "--json", description = "With --answers: one object.")
    private boolean json;

    public PlacementCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = workbench.catalogue();
        Questions read = Questions.read(workbench.root());
        read.problems().forEach(workbench.screen()::error);
        if (read.all().isEmpty()) {
            throw new UsageError("There are no questions here; start with the first exercise of ./dojo list.");
        }
        Progress progress = workbench.progress().read();
        if (answers == null) {
            if (json || accept) {
                throw new UsageError("--json and --accept go with --answers, such as --answers 0,3,1,….");
            }
            return ask(read.all(), catalogue, progress);
        }
        Result result = Result.of(read.all(), numbers(read.all(), answers), catalogue, progress);
        if (accept) {
            workbench.progress().update(result::accepted);
        }
        report(result);
        return 0;
    }

    private static List<Integer> numbers(List<Question> questions, String answers) {
        String[] words = answers.strip().split("\\s*,\\s*", -1);
        if (words.length != questions.size()) {
            throw new UsageError("--answers has " + words.length + (words.length == 1 ? " number" : " numbers")
                    + ", and there are " + questions.size() + " questions; 0 stands for \"I don't know\".");
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            int most = questions.get(i).options().size();
            if (!words[i].matches("[0-9]") || Integer.parseInt(words[i]) > most) {
                throw new UsageError("Answer " + (i + 1) + " is \"" + words[i] + "\"; the options are 1 to " + most
                        + ", and 0 is \"I don't know\".");
            }
            numbers.add(Integer.parseInt(words[i]));
        }
        return numbers;
    }

    private int ask(List<Question> questions, Catalogue catalogue, Progress progress) {
        try (Terminal terminal = Terminals.open().orElse(null)) {
            if (terminal == null || !FullWindow.isPossible(terminal)) {
                throw new UsageError("The questions are asked in a terminal that can move its cursor, and this is none;"
                        + " --answers works everywhere, and exercises/placement.txt has the questions.");
            }
            Optional<Result> agreed =
                    Placement.of(questions, catalogue, progress).run(terminal, Screen.on(terminal));
            if (agreed.isPresent()) {
                workbench.progress().update(agreed.get()::accepted);
                report(agreed.get());
            } else {
                workbench.screen().say("Nothing was changed.");
            }
            return 0;
        } catch (IOException e) {
            throw new UsageError("The terminal cannot be used (" + e.getMessage() + "); --answers works everywhere.");
        }
    }

    private void report(Result result) {
        if (json) {
            workbench.screen().print(object(result));
        } else {
            workbench
                    .screen()
                    .print(PlacementView.result(result, workbench.screen().width()));
        }
    }

    private String object(Result result) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("questions", result.questions().size())
                .put("right", result.right())
                .put("unknown", result.unknown());
        result.start().ifPresent(start -> node.put("start", start.id()));
        result.known().stream().map(Exercise::id).forEach(node.putArray("known")::add);
        var rows = node.putArray("answers");
        for (int i = 0; i < result.questions().size(); i++) {
            Question question = result.questions().get(i);
            rows.addObject()
                    .put("question", question.name())
                    .put("chosen", result.answers().get(i))
                    .put("right", question.right() == result.answers().get(i))
                    .put("exercise", question.exercise());
        }
        return node.put("accepted", accept).toString();
    }
}
