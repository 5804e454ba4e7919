package dojo.workbench.check;

import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Plays a script at the prompt and returns what it answered; how a live exercise is graded from a file. */
@FunctionalInterface
public interface ScriptRunner {

    /**
     * The answers that the script recorded, name to value.
     *
     * @throws IOException with a sentence when the script cannot be played
     */
    Map<String, String> play(Exercise exercise, Path script, long seed) throws IOException;
}
