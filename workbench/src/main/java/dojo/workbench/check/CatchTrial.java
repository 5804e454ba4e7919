package dojo.workbench.check;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.worker.RunRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Runs a learner's test against every implementation it has to judge, two at a time where a second worker stands ready.
 * Used once; not thread-safe.
 */
final class CatchTrial {
    private final WorkerLease worker;
    private final RunRequest given;
    private List<CatchAttempt> attempts = List.of();

    /**
     * A trial.
     *
     * @param given runs the test against the given files
     */
    CatchTrial(WorkerLease worker, RunRequest given) {
        this.worker = worker;
        this.given = given;
    }

    /** One implementation and what the test said about it. */
    record Tried(Implementation implementation, TestRun run) {}

    /** A run that never ended, and what it was a run against. */
    record Stopped(Exchange.Outcome outcome, Implementation against) {}

    /**
     * What all runs together say: one result for each implementation, in author order, after two about the test itself.
     *
     * @param seen how the test looks, before it is run
     * @param subjects class files of the subjects of the exercise, in their order
     */
    List<CheckResult> judge(Exercise exercise, TestManners.Seen seen, List<Path> subjects) throws InterruptedException {
        List<Implementation> all = Implementation.of(exercise);
        List<CatchAttempt> open = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<Path> before = i == 0 ? List.of() : List.of(subjects.get(i - 1));
            RunRequest request = given.on(
                    Stream.concat(before.stream(), given.classes().stream()).toList());
            open.add(new CatchAttempt(all.get(i), i == 0, request));
        }
        runAll(new ConcurrentLinkedQueue<>(open));
        for (CatchAttempt one : open) {
            if (one.cutShort()) {
                one.run(worker);
            }
        }
        attempts = upToTheFirstThatStopped(open);
        return CatchWords.results(
                seen,
                attempts.stream().flatMap(one -> one.unsteady().stream()).findFirst(),
                attempts.stream().flatMap(one -> one.tried().stream()).toList(),
                stopped().isEmpty());
    }

    /** The run that did not come to an end, if there was one. */
    Optional<Stopped> stopped() {
        return attempts.stream().flatMap(one -> one.stopped().stream()).findFirst();
    }

    /** What ran beside or after it is not told: it would differ from one time to the next. */
    private static List<CatchAttempt> upToTheFirstThatStopped(List<CatchAttempt> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).stopped().isPresent()) {
                return all.subList(0, i + 1);
            }
        }
        return all;
    }

    private void runAll(Queue<CatchAttempt> open) throws InterruptedException {
        Optional<WorkerLease> second = worker.beside();
        if (second.isEmpty()) {
            work(worker, open);
            return;
        }
        Together.of(
                () -> worked(worker, open),
                () -> {
                    try (WorkerLease spare = second.get()) {
                        return worked(spare, open);
                    }
                },
                open::clear);
    }

    private static boolean worked(WorkerLease lease, Queue<CatchAttempt> open) throws InterruptedException {
        work(lease, open);
        return lease.goesOn();
    }

    /** Takes what is open, in author order, until nothing is or one does not come to an end. */
    private static void work(WorkerLease lease, Queue<CatchAttempt> open) throws InterruptedException {
        while (lease.goesOn()) {
            CatchAttempt next = open.poll();
            if (next == null) {
                return;
            }
            next.run(lease);
            if (next.stopped().isPresent()) {
                open.clear();
            }
        }
    }
}
