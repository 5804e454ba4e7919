package dojo.workbench.watch;

import dojo.workbench.exercise.Exercise;
import java.util.function.Consumer;

/** Where a watch view is seen and typed at. */
interface Face extends AutoCloseable {

    /** Begins to listen to the learner. */
    void start(Consumer<Event> events);

    void show(WatchModel before, WatchModel now);

    /** Gives the place to the shell until the learner is back. */
    void openShell(Exercise exercise) throws InterruptedException;

    /** Gives the place to another window until the learner is back; says what they chose there. */
    Event openWindow(Elsewhere what, WatchModel now) throws InterruptedException;

    /** Leaves the place as it was found. */
    @Override
    void close();
}
