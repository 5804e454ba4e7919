package dojo.workbench.help;

import dojo.workbench.command.Workbench;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dojo man}: prints the manual page. */
@Command(name = "man", description = "Print the manual page, for man(1).")
public final class ManCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Spec
    private @Nullable CommandSpec spec;

    public ManCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        ManPage.of(CompletionCommand.root(spec).getCommandSpec()).forEach(workbench.screen()::print);
        return 0;
    }
}
