package dojo.workbench;

import dojo.workbench.bench.BenchCommand;
import dojo.workbench.command.AnswerCommand;
import dojo.workbench.command.BookCommand;
import dojo.workbench.command.CheckCommand;
import dojo.workbench.command.DoctorCommand;
import dojo.workbench.command.Failures;
import dojo.workbench.command.GateCommand;
import dojo.workbench.command.GolfCommand;
import dojo.workbench.command.HintCommand;
import dojo.workbench.command.LabCommand;
import dojo.workbench.command.ListCommand;
import dojo.workbench.command.OpenCommand;
import dojo.workbench.command.PlacementCommand;
import dojo.workbench.command.PrimerCommand;
import dojo.workbench.command.ReportCommand;
import dojo.workbench.command.ResetCommand;
import dojo.workbench.command.ShellCommand;
import dojo.workbench.command.SolutionCommand;
import dojo.workbench.command.TrackCommand;
import dojo.workbench.command.Workbench;
import dojo.workbench.help.CompletionCommand;
import dojo.workbench.help.HelpPages;
import dojo.workbench.help.ManCommand;
import dojo.workbench.screen.Screen;
import dojo.workbench.shell.Shell;
import dojo.workbench.watch.Watch;
import dojo.workbench.workspace.InitCommand;
import dojo.workbench.workspace.Newer;
import dojo.workbench.workspace.UpgradeCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The {@code dojo} command: one class per subcommand, all of them listed here. */
@Command(
        name = "dojo",
        version = "Dynamo Dojo 0.1.0",
        mixinStandardHelpOptions = true,
        description = "Learn, rehearse and defend DynamoDB. Without a command: watch your files and grade each save.")
public final class Dojo implements Callable<Integer> {
    private final Workbench workbench;

    @Option(
            names = "--plain",
            description = "Watch without moving the cursor: news line by line, typed commands. For screen readers,"
                    + " plain terminals and pipes.")
    private boolean plain;

    private Dojo(Workbench workbench) {
        this.workbench = workbench;
    }

    public static void main(String[] args) {
        Path root = Workbench.rootFromEnvironment();
        Workbench workbench = new Workbench(root, Screen.standard())
                .withScripts(Shell.of(root).runner());
        System.exit(run(workbench, args));
    }

    /** Runs one command line and returns its exit code: 0, 1 (something does not pass), 2 (usage). */
    public static int run(Workbench workbench, String... args) {
        CommandLine line = new CommandLine(new Dojo(workbench));
        commands(workbench).forEach(line::addSubcommand);
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec()
                        .mixinStandardHelpOptions(true)
                        .version(line.getCommandSpec().version()));
        HelpPages.addTo(line);
        Failures.handle(line, workbench.screen());
        return line.execute(args);
    }

    /** A new command is one class, and one line here. */
    private static List<Object> commands(Workbench workbench) {
        return List.of(
                new ListCommand(workbench),
                new CheckCommand(workbench),
                new AnswerCommand(workbench),
                new HintCommand(workbench),
                new SolutionCommand(workbench),
                new ResetCommand(workbench),
                new OpenCommand(workbench),
                new TrackCommand(workbench),
                new PlacementCommand(workbench),
                new PrimerCommand(workbench),
                new GolfCommand(workbench),
                new ReportCommand(workbench),
                new ShellCommand(workbench),
                new LabCommand(workbench),
                new InitCommand(workbench),
                new UpgradeCommand(workbench),
                new DoctorCommand(workbench),
                new GateCommand(workbench),
                new BenchCommand(workbench),
                new BookCommand(workbench),
                new CompletionCommand(workbench),
                new ManCommand(workbench));
    }

    @Override
    public Integer call() {
        Watch watch = Watch.of(workbench.root()).telling(() -> Newer.than(workbench.root()));
        return plain ? watch.told(System.in, workbench.screen()) : watch.run(workbench.screen());
    }
}
