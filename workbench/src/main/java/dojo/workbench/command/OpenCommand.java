package dojo.workbench.command;

import dojo.workbench.editor.LastLook;
import dojo.workbench.editor.Opener;
import dojo.workbench.editor.Spot;
import dojo.workbench.exercise.Exercise;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dojo open}: prints where the files are, and opens the first at the line to look at; 1 if that is refused. */
@Command(
        name = "open",
        description = "Open an exercise's file at the line to look at, in the editor whose terminal this is, or in"
                + " $VISUAL or $EDITOR: in a window of its own, or in a second pane. Never waits for the editor.")
public final class OpenCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Opener opener;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The exercise; without one, the current exercise.")
    private @Nullable String id;

    @Option(
            names = "--editor",
            paramLabel = "COMMAND",
            description =
                    "The editor, instead of what DOJO_EDITOR and the terminal say; {file} and {line} may stand in it.")
    private @Nullable String editor;

    @Option(names = "--print", description = "Only print where the files are.")
    private boolean print;

    public OpenCommand(Workbench workbench) {
        this(workbench, Opener.ofThisProcess());
    }

    OpenCommand(Workbench workbench, Opener opener) {
        this.workbench = workbench;
        this.opener = opener;
    }

    @Override
    public Integer call() {
        if (print && editor != null) {
            throw new UsageError("Give --print or --editor, not both.");
        }
        Exercise exercise = workbench.exerciseOrCurrent(workbench.catalogue(), id);
        workbench.progress().update(progress -> progress.withCurrent(exercise.id()));
        List<Path> files = exercise.filesToOpen();
        files.forEach(file -> workbench.screen().print(file.toString()));
        return print ? 0 : open(exercise, files);
    }

    private int open(Exercise exercise, List<Path> files) {
        Optional<String> where = LastLook.at(workbench.root(), exercise.id()).where();
        Optional<Opener.Answer> answer =
                opener.open(Spot.in(files, workbench.root(), where), Optional.ofNullable(editor));
        workbench
                .screen()
                .error(answer.map(Opener.Answer::sentence)
                        .orElse("No editor is known here: run this in the terminal of VS Code or IntelliJ, or set"
                                + " DOJO_EDITOR, VISUAL or EDITOR."));
        return answer.filter(some -> !some.opened()).isPresent() ? 1 : 0;
    }
}
