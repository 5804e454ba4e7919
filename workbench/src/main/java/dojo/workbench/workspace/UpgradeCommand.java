package dojo.workbench.workspace;

import dojo.workbench.command.UsageError;
import dojo.workbench.command.Workbench;
import dojo.workbench.exercise.Places;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code dojo upgrade}: new and changed exercises into this workspace; 1 when that fails, 2 outside one. */
@Command(name = "upgrade", description = "In a workspace: copy new and changed exercises in; what you wrote is kept.")
public final class UpgradeCommand implements Callable<Integer> {
    private final Workbench workbench;

    public UpgradeCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        if (!Places.isWorkspace(workbench.root())) {
            throw new UsageError(workbench.root() + " is a checkout, not a workspace: git pull brings it up to date. To"
                    + " make a workspace: ./dojo init DIR");
        }
        return InitCommand.report(
                workbench, Workspaces.from(workbench.content()).at(workbench.root()));
    }
}
