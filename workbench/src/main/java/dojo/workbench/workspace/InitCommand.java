package dojo.workbench.workspace;

import dojo.workbench.command.Workbench;
import dojo.workbench.workspace.Workspaces.Made;
import dojo.workbench.workspace.Workspaces.Outcome;
import dojo.workbench.workspace.Workspaces.Refused;
import dojo.workbench.workspace.Workspaces.Upgraded;
import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dojo init}: a project of the learner's own with the exercises in it; 1 when it cannot be made. */
@Command(
        name = "init",
        description = "Make a workspace: a folder of your own with the exercises and nothing else. Upgrades one.")
public final class InitCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "DIR", description = "A folder that is empty or does not exist, or a workspace.")
    private Path folder = Path.of("");

    public InitCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        return report(workbench, Workspaces.from(workbench.content()).at(folder));
    }

    static int report(Workbench workbench, Outcome outcome) {
        if (outcome instanceof Refused refused) {
            workbench.screen().error(refused.sentence());
            return 1;
        }
        if (outcome instanceof Made made) {
            workbench.screen().say("Your workspace is " + made.home() + ", with " + made.exercises() + " exercises.");
            workbench.screen().say("Go on with: cd " + quoted(made.home()) + " && ./dojo");
        } else if (outcome instanceof Upgraded upgraded) {
            upgraded.told().forEach(workbench.screen()::say);
            workbench.screen().say(upgraded.home() + " is up to date with " + workbench.content() + ".");
        }
        return 0;
    }

    private static String quoted(Path path) {
        String text = path.toString();
        if (text.matches("[\\w./:\\\\-]+")) {
            return text;
        }
        // Whoever copies the line into a shell must not run what a folder is called.
        return File.separatorChar == '/' ? "'" + text.replace("'", "'\\''") + "'" : "\"" + text + "\"";
    }
}
