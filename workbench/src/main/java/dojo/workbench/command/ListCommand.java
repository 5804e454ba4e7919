package dojo.workbench.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.workbench.browse.Browse;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Filter;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.State;
import dojo.workbench.screen.FullWindow;
import dojo.workbench.screen.ProgressView;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Terminals;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dojo list}: exercises by chapter, with their state; all of them or those asked for. */
@Command(name = "list", description = "Exercises by chapter, with your state.")
public final class ListCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Option(names = "--json", description = "One object a line; no line if no exercise is like that.")
    private boolean json;

    @Option(names = "--browse", description = "In a window, with keys to search, filter, skip and jump.")
    private boolean browse;

    @Mixin
    private final FilterOptions options = new FilterOptions();

    public ListCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = workbench.catalogue();
        Progress progress = workbench.progress().read();
        catalogue.problems().forEach(problem -> workbench.screen().error(problem.sentence()));
        Filter filter = options.over(catalogue);
        List<Exercise> wanted = filter.of(catalogue.all(), progress);
        if (browse) {
            return browse(catalogue, filter);
        } else if (json) {
            wanted.forEach(exercise -> workbench.screen().print(object(exercise, progress)));
        } else if (wanted.isEmpty() && !catalogue.all().isEmpty()) {
            workbench
                    .screen()
                    .say("None of the " + catalogue.all().size() + " exercises is what you ask for (" + filter.words()
                            + "). Ask for less, or see them all with ./dojo list.");
        } else {
            int width = workbench.screen().width();
            workbench.screen().print(ProgressView.list(catalogue, wanted, progress, width));
        }
        return catalogue.problems().isEmpty() ? 0 : 1;
    }

    private int browse(Catalogue catalogue, Filter filter) {
        if (json || catalogue.all().isEmpty()) {
            throw new UsageError("--browse is for people, and needs exercises to show; leave it out.");
        }
        try (Terminal terminal = Terminals.open().orElse(null)) {
            if (terminal == null || !FullWindow.isPossible(terminal)) {
                throw new UsageError("--browse needs a terminal that can move its cursor, and this is none;"
                        + " ./dojo list --search WORDS works everywhere.");
            }
            Browse.of(workbench.root(), catalogue, filter)
                    .run(terminal, Screen.on(terminal))
                    .ifPresent(exercise -> workbench
                            .screen()
                            .say(exercise.id() + " is your current exercise; ./dojo goes on with it."));
            return 0;
        } catch (IOException e) {
            throw new UsageError("The terminal cannot be used (" + e.getMessage() + "); leave --browse out.");
        }
    }

    private static String object(Exercise exercise, Progress progress) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("exercise", exercise.id())
                .put("chapter", exercise.chapter())
                .put("title", exercise.title())
                .put("kind", exercise.kind().word())
                .put("level", exercise.readme().level())
                .put("minutes", exercise.readme().minutes())
                .put("fidelity", exercise.readme().fidelity())
                .put("state", State.of(exercise, progress).word())
                .put("assisted", progress.wasAssisted(exercise))
                .put("current", progress.current().filter(exercise.id()::equals).isPresent());
        exercise.readme().topics().forEach(node.putArray("topics")::add);
        exercise.readme().after().forEach(node.putArray("after")::add);
        return node.toString();
    }
}
