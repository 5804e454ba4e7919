package dojo.workbench.check;

import java.nio.file.Path;
import java.util.Optional;

/** The command that runs the same checks on the same files with the same inputs. */
public final class Replay {
    private Replay() {}

    /** As a shell takes it; {@code source} is what took the place of the learner's files. */
    public static String command(Graded graded, Optional<Path> source) {
        return "./dojo check " + graded.exercise()
                + source.map(folder -> " --source " + quoted(folder)).orElse("") + " --seed " + graded.seed();
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\w./@+=:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
