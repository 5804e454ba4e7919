package dojo.workbench.command;

import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dojo open}: says where the files are, or hands them to an editor with a window of its own. */
@Command(name = "open", description = "Where an exercise's files are; --editor opens them.")
public final class OpenCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The exercise; without one, the current exercise.")
    private @Nullable String id;

    @Option(
            names = "--editor",
            description = "Start $VISUAL or $EDITOR and do not wait; for editors with a window of their own.")
    private boolean editor;

    public OpenCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Exercise exercise = workbench.exerciseOrCurrent(workbench.catalogue(), id);
        workbench.progress().update(progress -> progress.withCurrent(exercise.id()));
        List<Path> files =
                exercise.isAnswered() ? List.of(exercise.folder().resolve("README.adoc")) : exercise.learnerFiles();
        files.forEach(file -> workbench.screen().print(file.toString()));
        return editor ? edit(files) : 0;
    }

    private int edit(List<Path> files) {
        Optional<String> command = Stream.of("VISUAL", "EDITOR")
                .map(System::getenv)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
        if (command.isEmpty()) {
            workbench.screen().error("Neither VISUAL nor EDITOR is set; set one, for example VISUAL=code.");
            return 1;
        }
        List<String> line = new ArrayList<>(List.of(command.get().strip().split("\\s+", -1)));
        files.forEach(file -> line.add(file.toString()));
        try {
            new ProcessBuilder(line)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return 0;
        } catch (IOException e) {
            workbench
                    .screen()
                    .error("The editor does not start: " + e.getMessage() + "; is \"" + command.get()
                            + "\" in your PATH?");
            return 1;
        }
    }
}
