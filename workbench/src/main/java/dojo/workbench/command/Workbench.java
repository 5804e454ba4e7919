package dojo.workbench.command;

import dojo.workbench.check.CheckerOptions;
import dojo.workbench.check.ScriptRunner;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Places;
import dojo.workbench.exercise.ProgressFile;
import dojo.workbench.screen.Screen;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every command works with: the learner's folder, the screen, and who plays the scripts of live exercises. */
public record Workbench(Path root, Screen screen, Optional<ScriptRunner> scripts) {

    public Workbench(Path root, Screen screen) {
        this(root, screen, Optional.empty());
    }

    /** The same with somebody who plays scripts. */
    public Workbench withScripts(ScriptRunner runner) {
        return new Workbench(root, screen, Optional.of(runner));
    }

    /** Where starters, hidden checks and answers are: the learner's folder itself, unless that is a workspace. */
    public Path content() {
        return Places.of(root).content();
    }

    /** A path as messages have it: relative to the learner's folder, or to the content's. */
    public String shown(Path path) {
        return Places.of(root).shown(path);
    }

    /** For commands that are about the content: the same there, said in a sentence if it is elsewhere. */
    public Workbench atContent(String what) {
        Path content = content();
        if (content.equals(Places.of(root).home())) {
            return this;
        }
        screen.error(what + " is about the checkout in " + content + ", not about this workspace.");
        return new Workbench(content, screen, scripts);
    }

    /** The exercises, read anew; about a millisecond each. */
    public Catalogue catalogue() {
        return Catalogue.read(root);
    }

    /** The learner's progress; damage is reported on the screen. */
    public ProgressFile progress() {
        return ProgressFile.in(root, screen::error);
    }

    /** How a checker of this checkout works. */
    public CheckerOptions checkerOptions() {
        CheckerOptions options = CheckerOptions.of(root);
        return scripts.map(options::withScripts).orElse(options);
    }

    /**
     * The exercise of that id.
     *
     * @throws UsageError with the nearest id when there is none, or with the reason when it cannot be read
     */
    public Exercise exercise(Catalogue catalogue, String id) {
        return catalogue
                .find(id)
                .orElseThrow(() -> catalogue.problems().stream()
                        .filter(problem -> problem.id().equals(id))
                        .findFirst()
                        .map(problem -> new UsageError(problem.sentence()))
                        .orElseGet(() -> new UsageError("There is no exercise \"" + id + "\"; "
                                + catalogue
                                        .nearest(id)
                                        .map(near -> "did you mean " + near + "?")
                                        .orElse("./dojo list shows them all."))));
    }

    /** The exercise of that id, or the current one when no id is given. */
    public Exercise exerciseOrCurrent(Catalogue catalogue, @Nullable String id) {
        return id == null ? current(catalogue) : exercise(catalogue, id);
    }

    /**
     * The exercise that the learner is at: the recorded one, else the first that is left on their track.
     *
     * @throws UsageError when there is no exercise at all
     */
    public Exercise current(Catalogue catalogue) {
        return catalogue
                .current(progress().read())
                .orElseThrow(() -> new UsageError("There are no exercises in " + root
                        + catalogue.problems().stream()
                                .findFirst()
                                .map(problem -> ": " + problem.sentence())
                                .orElse(".")));
    }

    /**
     * The learner's folder: the workspace whose script was called, or the one that this process was started in, or the
     * checkout that the launcher named, or the current directory.
     */
    public static Path rootFromEnvironment() {
        return root(
                Optional.ofNullable(System.getenv("DOJO_WORKSPACE")),
                Path.of(""),
                Path.of(System.getProperty("dojo.home", "")));
    }

    static Path root(Optional<String> named, Path started, Path checkout) {
        return named.filter(name -> !name.isBlank())
                .map(Path::of)
                .filter(Places::isWorkspace)
                .or(() -> Places.workspaceAround(started))
                .orElse(checkout)
                .toAbsolutePath()
                .normalize();
    }
}
