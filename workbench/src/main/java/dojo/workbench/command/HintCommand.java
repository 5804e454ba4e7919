package dojo.workbench.command;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.FirstHints;
import dojo.workbench.hint.LastRun;
import dojo.workbench.screen.ExerciseView;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dojo hint}: what there is to say about the last run, then the next step of the ladder, or the one asked for. */
@Command(
        name = "hint",
        description = "The next hint: first about your last run, then from a question to nearly the code.")
public final class HintCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The exercise; without one, the current exercise.")
    private @Nullable String id;

    @Option(names = "--level", paramLabel = "N", description = "This level; 1 says least, 0 is about your last run.")
    private @Nullable Integer level;

    public HintCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Exercise exercise = workbench.exerciseOrCurrent(workbench.catalogue(), id);
        LastRun run = LastRun.of(exercise, workbench.root());
        Optional<FirstHints.Entry> first = level == null ? run.news() : level == 0 ? run.hint() : Optional.empty();
        if (first.isPresent()) {
            run.told(first.get());
            workbench
                    .screen()
                    .print(ExerciseView.firstHint(
                            first.get(), workbench.screen().width()));
            return 0;
        }
        return step(exercise);
    }

    private int step(Exercise exercise) {
        int last = exercise.readme().hints().size();
        if (level != null && level == 0) {
            throw new UsageError("There is nothing to say about a last run of " + exercise.id() + "; ./dojo hint "
                    + exercise.id() + " shows the next hint.");
        }
        if (level != null && (level < 1 || level > last)) {
            throw new UsageError("--level " + level + " is not there: " + exercise.id() + " has "
                    + (last == 0 ? "no hints." : "hints 1 to " + last + "."));
        }
        int next = workbench.progress().read().hints(exercise) + 1;
        int shown = level != null ? level : Math.min(next, last);
        workbench
                .screen()
                .print(ExerciseView.hint(exercise, shown, workbench.screen().width()));
        if (last > 0) {
            workbench.progress().update(progress -> progress.withHint(exercise.id(), shown));
        }
        return 0;
    }
}
