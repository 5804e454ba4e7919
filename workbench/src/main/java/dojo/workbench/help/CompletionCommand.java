package dojo.workbench.help;

import dojo.workbench.command.UsageError;
import dojo.workbench.command.Workbench;
import dojo.workbench.exercise.Exercise;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dojo completion}: prints what bash, zsh or fish want to hear. */
@Command(name = "completion", description = "Print a script that completes commands, options and exercises in a shell.")
public final class CompletionCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SHELL", arity = "0..1", description = "bash, zsh or fish.")
    private @Nullable String shell;

    public CompletionCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        CommandLine dojo = root(spec);
        List<String> ids =
                workbench.catalogue().all().stream().map(Exercise::id).toList();
        candidates(dojo, "ID", ids);
        candidates(dojo, "SHELL", List.of("bash", "zsh", "fish"));
        String asked = shell == null ? "" : shell;
        switch (asked) {
            case "bash", "zsh" -> {
                workbench
                        .screen()
                        .print(
                                "# Completion of dojo. Into your shell's start-up file: source <(/path/to/dojo completion "
                                        + asked + ")");
                instructions(AutoComplete.bash("dojo", dojo)).forEach(workbench.screen()::print);
            }
            case "fish" -> FishCompletion.of(dojo.getCommandSpec()).forEach(workbench.screen()::print);
            default ->
                throw new UsageError(
                        (asked.isEmpty() ? "Which shell?" : "There is no completion for \"" + asked + "\".")
                                + " Give bash, zsh or fish: ./dojo completion bash.");
        }
        return 0;
    }

    /** Without the library's own words at the top, which are about another way of installing it. */
    private static List<String> instructions(String script) {
        return script.lines()
                .dropWhile(line -> line.isBlank() || line.startsWith("#"))
                .toList();
    }

    static CommandLine root(@Nullable CommandSpec command) {
        if (command == null) {
            throw new IllegalStateException("picocli gives every command its specification.");
        }
        return command.root().commandLine();
    }

    /** Nothing else is run with this command line, so what is completed may be put into it. */
    private static void candidates(CommandLine command, String label, List<String> words) {
        CommandSpec spec = command.getCommandSpec();
        for (PositionalParamSpec operand : List.copyOf(spec.positionalParameters())) {
            if (operand.paramLabel().equals(label)) {
                spec.remove(operand);
                spec.addPositional(
                        operand.toBuilder().completionCandidates(words).build());
            }
        }
        command.getSubcommands().values().forEach(sub -> candidates(sub, label, words));
    }
}
