package dojo.workbench.bench;

import dojo.workbench.command.UsageError;
import dojo.workbench.command.Workbench;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dojo bench}: measures what the workbench promises, in one run. */
@Command(name = "bench", description = "How fast the workbench is, measured in one run.")
public final class BenchCommand implements Callable<Integer> {
    private final Workbench workbench;

    public BenchCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        throw new UsageError("Say what to measure: ./dojo bench verdict, lab or memory.");
    }

    @Command(
            name = "verdict",
            mixinStandardHelpOptions = true,
            description = "Save to verdict, and the ratio to Maven running the same check.")
    int verdict(
            @Option(
                            names = "--saves",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "Of each exercise; default ${DEFAULT-VALUE}.")
                    int saves,
            @Option(names = "--no-maven", description = "Leave the comparison out.") boolean noMaven) {
        if (saves < 1) {
            throw new UsageError("--saves " + saves + " measures nothing; give 1 or more.");
        }
        return new VerdictBench(workbench.atContent("The benchmark"), saves).run(!noMaven);
    }

    @Command(
            name = "lab",
            mixinStandardHelpOptions = true,
            description = "Calls a second through the lab, and the ratio to DynamoDB Local by itself.")
    int lab(
            @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Default ${DEFAULT-VALUE}.")
                    int rounds)
            throws InterruptedException {
        if (rounds < 1) {
            throw new UsageError("--rounds " + rounds + " measures nothing; give 1 or more.");
        }
        return new LabBench(workbench.screen(), rounds).run();
    }

    @Command(
            name = "memory",
            mixinStandardHelpOptions = true,
            description = "What a chat turn costs in the session memory, and in the designs that others ship.")
    int memory(@Option(names = "--json", description = "One object a line.") boolean json) throws InterruptedException {
        return new MemoryBench(workbench.atContent("The benchmark"), json).run();
    }
}
