package dojo.lab.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Several tasks at the same virtual time, in an order that the seed alone decides.
 *
 * <p>One task acts at a time. It goes on until it calls the lab; there it waits as long as its request takes, and
 * meanwhile the others act: next is always the task that wakes first, and of those that wake at the same time, the one
 * that the seed prefers. So the requests of the tasks overlap in virtual time, as those of free threads do on the wall,
 * and the same seed gives the same run.
 *
 * <p>A task must wait for another one only by way of the lab: on a lock or a latch it would keep its turn for ever.
 * Each scenario runs once.
 */
public final class Scenario {

    /** What a task does, on a thread of its own; it may throw. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private record Part(String name, Work work) {}

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final long MOST_TURNS = 200_000;
    /** Much longer than a step takes on a busy machine, and shorter than a build waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final VirtualClock clock;
    private final long seed;
    private final List<Part> parts = new ArrayList<>();
    private Duration longest = LONGEST;
    private long mostTurns = MOST_TURNS;
    private Duration patience = PATIENCE;
    private boolean begun;

    private Scenario(VirtualClock clock, long seed) {
        this.clock = clock;
        this.seed = seed;
    }

    /**
     * No tasks yet, on the clock of the lab that they are going to call.
     *
     * @throws IllegalArgumentException if the clock is not virtual
     */
    public static Scenario on(Clock clock, long seed) {
        if (clock instanceof VirtualClock virtual) {
            return new Scenario(virtual, seed);
        }
        throw new IllegalArgumentException("A scenario cannot run on a " + clock
                + ", which nobody can hold. Open the lab on a virtual clock: Lab.under(laws).");
    }

    /** Adds a task. */
    public Scenario task(String name, Work work) {
        parts.add(new Part(name, work));
        return this;
    }

    /** Stops the tasks that are not done after so much virtual time; a week unless said otherwise. */
    public Scenario atMost(Duration virtualTime) {
        longest = Steps.forward(virtualTime);
        return this;
    }

    /** Stops the tasks that are not done after so many turns; 200,000 unless said otherwise. */
    public Scenario atMostTurns(long turns) {
        mostTurns = turns;
        return this;
    }

    /** Gives up on a task that keeps its turn for so much real time; 20 seconds unless said otherwise. */
    public Scenario patience(Duration realTime) {
        patience = Steps.forward(realTime);
        return this;
    }

    /**
     * Runs all tasks to their end; one that throws does not keep the others from going on.
     *
     * @throws AssertionError if a task threw, exceeded a limit or kept its turn; the message says which and where
     * @throws IllegalStateException if it has run already, or is called from inside a task
     */
    public void run() {
        if (begun || Task.current() != null) {
            throw new IllegalStateException(
                    "A scenario runs once, and not inside a task. Make a new one with Scenario.on(clock, seed).");
        }
        begun = true;
        Turns turns = new Turns(clock, seed, longest, mostTurns);
        List<Task> tasks = new ArrayList<>();
        for (Part part : parts) {
            tasks.add(new Task(part.name(), tasks.size(), turns, part.work()));
        }
        turns.begin(tasks);
        waitFor(turns, tasks);
        report(turns, tasks);
    }

    /** For a door: the same request, in the name of the calling task on whichever thread it is done. */
    public static <T> Callable<T> carried(Callable<T> request) {
        return Task.carried(request);
    }

    /** Whether the calling thread acts for a task, so that whatever it starts should be done when it goes on. */
    public static boolean insideTask() {
        return Task.current() != null;
    }

    private void waitFor(Turns turns, List<Task> tasks) {
        try {
            Task stuck = turns.awaitEnd(patience);
            if (stuck != null) {
                turns.stop(Stuck.words(stuck, patience));
                // Its own thread, never one of the lab's: a request in DynamoDB Local must not be interrupted.
                stuck.thread().interrupt();
            }
            if (turns.stopped() != null) {
                for (Task task : tasks) {
                    task.thread().join(patience.toMillis());
                }
            }
        } catch (InterruptedException e) {
            turns.stop("Whoever ran the scenario was interrupted.");
            Thread.currentThread().interrupt();
        }
    }

    private static void report(Turns turns, List<Task> tasks) {
        @Nullable AssertionError first = null;
        String stopped = turns.stopped();
        if (stopped != null) {
            first = new AssertionError(stopped, turns.brokenEvent());
        }
        for (Task task : tasks) {
            Throwable failure = task.failure();
            if (failure != null) {
                AssertionError error = new AssertionError("The task '" + task.name() + "' failed: " + failure, failure);
                if (first == null) {
                    first = error;
                } else {
                    first.addSuppressed(error);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
