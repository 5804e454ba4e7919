package dojo.workbench.command;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.ProgressFile;
import dojo.workbench.screen.Screen;
import java.nio.file.Path;

/** What every command works with: the checkout and the screen. */
public record Workbench(Path root, Screen screen) {

    /** The exercises, read anew; about a millisecond each. */
    public Catalogue catalogue() {
        return Catalogue.read(root);
    }

    /** The learner's progress; damage is reported on the screen. */
    public ProgressFile progress() {
        return ProgressFile.in(root, screen::error);
    }

    /** The checkout that the launcher named, or the current directory. */
    public static Path rootFromEnvironment() {
        return Path.of(System.getProperty("dojo.home", "")).toAbsolutePath().normalize();
    }
}
