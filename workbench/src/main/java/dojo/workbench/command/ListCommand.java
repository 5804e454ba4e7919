package dojo.workbench.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.screen.ProgressView;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dojo list}: exercises by chapter, with their state. */
@Command(name = "list", description = "Exercises by chapter, with your state.")
public final class ListCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Option(names = "--json", description = "One object a line.")
    private boolean json;

    public ListCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = workbench.catalogue();
        Progress progress = workbench.progress().read();
        catalogue.problems().forEach(problem -> workbench.screen().error(problem.sentence()));
        if (json) {
            catalogue.all().forEach(exercise -> workbench.screen().print(object(exercise, progress)));
        } else {
            workbench
                    .screen()
                    .print(ProgressView.list(
                            catalogue, progress, workbench.screen().width()));
        }
        return catalogue.problems().isEmpty() ? 0 : 1;
    }

    private static String object(Exercise exercise, Progress progress) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("exercise", exercise.id())
                .put("chapter", exercise.chapter())
                .put("title", exercise.title())
                .put("kind", exercise.kind().name().toLowerCase(Locale.ROOT))
                .put("level", exercise.readme().level())
                .put("minutes", exercise.readme().minutes())
                .put("state", state(exercise, progress))
                .put("assisted", progress.wasAssisted(exercise))
                .put("current", progress.current().filter(exercise.id()::equals).isPresent());
        return node.toString();
    }

    private static String state(Exercise exercise, Progress progress) {
        if (progress.hasPassed(exercise)) {
            return "passed";
        }
        return progress.skipped().contains(exercise.id()) ? "skipped" : "open";
    }
}
