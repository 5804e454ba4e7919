package dojo.workbench.check;

import dojo.workbench.exercise.Exercise;

/**
 * Grades submissions: compiles here, runs in a worker process.
 *
 * <p>Thread-safe; as many submissions run at once as there are workers. The first check starts a worker (about half a
 * second), later ones find it warm. Close it, or its processes live until this one ends.
 */
public final class Checker implements AutoCloseable {

    private Checker() {}

    /** Costs nothing yet; the first check, or {@link #warmUp}, starts the processes. */
    public static Checker open(CheckerOptions options) {
        return new Checker();
    }

    /** Starts compiler and workers in the background, so that the first check finds them warm. */
    public void warmUp() {}

    /**
     * Compiles and runs every check of the exercise, visible and hidden, on the submission.
     *
     * @throws CannotCheck with a sentence when that is nobody's submission's fault: no worker starts, a file of the
     *     exercise is unreadable, the endpoint is down
     */
    public Verdict check(Exercise exercise, Submission submission, long seed) {
        throw new CannotCheck("Checks do not run yet.");
    }

    @Override
    public void close() {}
}
