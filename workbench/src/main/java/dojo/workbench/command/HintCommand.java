package dojo.workbench.command;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.ExerciseView;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dojo hint}: the next step of the ladder, or the one asked for. */
@Command(name = "hint", description = "The next hint for an exercise, from a question to nearly the code.")
public final class HintCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The exercise; without one, the current exercise.")
    private @Nullable String id;

    @Option(names = "--level", paramLabel = "N", description = "This level; 1 says least.")
    private @Nullable Integer level;

    public HintCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Exercise exercise = workbench.exerciseOrCurrent(workbench.catalogue(), id);
        int last = exercise.readme().hints().size();
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
