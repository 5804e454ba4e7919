package dojo.workbench.command;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.shell.Shell;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dojo shell}: JShell on the lab; with {@code --file}, 1 when a snippet fails. */
@Command(name = "shell", description = "Java at a prompt, with a client, a table, and a bill after every snippet.")
public final class ShellCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The exercise; without one, the current exercise.")
    private @Nullable String id;

    @Option(names = "--file", paramLabel = "F", description = "Run the snippets and commands of this file, and leave.")
    private @Nullable Path file;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            description = "With --file: how long one snippet may take; 0 for as long as it likes. Default: 60.")
    private @Nullable Integer limit;

    public ShellCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        if (limit != null && limit < 0) {
            throw new UsageError("--limit takes seconds, 0 or more, not " + limit + ".");
        }
        Shell usual = Shell.of(workbench.root());
        Shell shell = limit == null ? usual : usual.limitedTo(Duration.ofSeconds(limit));
        return file == null
                ? shell.run(workbench.screen(), exercise())
                : shell.script(workbench.screen(), file, exercise());
    }

    /** None for somebody who has not begun: a small table with sample items then stands ready. */
    private Optional<Exercise> exercise() {
        Catalogue catalogue = workbench.catalogue();
        return id == null
                ? workbench.progress().read().current().flatMap(catalogue::find)
                : Optional.of(workbench.exercise(catalogue, id));
    }
}
