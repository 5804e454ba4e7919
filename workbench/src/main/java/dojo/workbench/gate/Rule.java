package dojo.workbench.gate;

import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.util.List;

/** One promise that every exercise makes. */
interface Rule {

    /** The name that findings carry. */
    String name();

    /**
     * What does not hold, as sentences; none when all is well.
     *
     * @throws IOException if a file of the exercise cannot be read
     */
    List<String> inspect(Exercise exercise, Trials trials) throws IOException;
}
