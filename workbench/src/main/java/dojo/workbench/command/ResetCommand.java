package dojo.workbench.command;

import dojo.workbench.exercise.Attempts;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.DiskWords;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.hint.LastRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dojo reset}: keeps the attempt, then puts the starter back. */
@Command(name = "reset", description = "Put the starter back; your attempt is kept under .dojo/archive.")
public final class ResetCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The exercise.")
    private @Nullable String id;

    @Option(names = "--all", description = "Every exercise; needs --yes.")
    private boolean all;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    public ResetCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        if (all == (id != null)) {
            throw new UsageError("Say which exercise to reset, or --all --yes for every one.");
        }
        if (all && !yes) {
            throw new UsageError("This puts back every starter and forgets what was passed; attempts are kept under"
                    + " .dojo/archive. If you mean it: ./dojo reset --all --yes");
        }
        Catalogue catalogue = workbench.catalogue();
        List<Exercise> chosen = id == null ? catalogue.all() : List.of(workbench.exercise(catalogue, id));
        boolean done = true;
        for (Exercise exercise : chosen) {
            done &= reset(exercise);
        }
        return done ? 0 : 1;
    }

    private boolean reset(Exercise exercise) {
        try {
            Optional<Path> kept = Attempts.in(workbench.root()).reset(exercise);
            LastRun.of(exercise, workbench.root()).forget();
            workbench.progress().update(progress -> progress.reset(exercise));
            workbench
                    .screen()
                    .print(exercise.id() + ": starter restored"
                            + kept.map(folder -> ", your attempt is in "
                                            + workbench.root().relativize(folder))
                                    .orElse("; there was no attempt to keep")
                            + ".");
            return true;
        } catch (IOException e) {
            workbench
                    .screen()
                    .error(
                            exercise.id() + " was not reset: " + DiskWords.of(e)
                                    + ". What you wrote is where it was, or in .dojo/archive; make room or give the right, and reset again.");
            return false;
        }
    }
}
