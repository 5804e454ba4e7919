package dojo.workbench.check;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.worker.RunRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs a learner's test against every implementation it has to judge. Used once; not thread-safe. */
final class CatchTrial {
    private final WorkerLease worker;
    private final RunRequest given;
    private final List<Tried> tried = new ArrayList<>();
    private Optional<CatchWords.Unsteady> unsteady = Optional.empty();
    private Optional<Stopped> stopped = Optional.empty();

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
        for (int i = 0; i < all.size() && stopped.isEmpty(); i++) {
            List<Path> before = i == 0 ? List.of() : List.of(subjects.get(i - 1));
            RunRequest request = given.on(
                    Stream.concat(before.stream(), given.classes().stream()).toList());
            attempt(all.get(i), request);
        }
        return CatchWords.results(seen, unsteady, tried, stopped.isEmpty());
    }

    /** The run that did not come to an end, if there was one. */
    Optional<Stopped> stopped() {
        return stopped;
    }

    private void attempt(Implementation one, RunRequest request) throws InterruptedException {
        Optional<TestRun> run = run(one, request);
        if (run.isEmpty()) {
            return;
        }
        tried.add(new Tried(one, run.get()));
        if (tried.size() == 1) {
            compareInReverse(one, request, run.get());
        } else if (one.right() && !run.get().accepts()) {
            compareAgain(one, request, run.get());
        }
    }

    /** Tests that need each other, or luck, are found out with the implementation that everybody can see. */
    private void compareInReverse(Implementation one, RunRequest request, TestRun first) throws InterruptedException {
        Optional<TestRun> reverse = run(one, request.inReverse());
        if (reverse.isPresent() && !reverse.get().agrees(first)) {
            compareAgain(one, request, first);
            if (unsteady.isEmpty()) {
                compareAgain(one, request.inReverse(), reverse.get());
            }
            if (unsteady.isEmpty()) {
                unsteady = Optional.of(new CatchWords.Unsteady(first.disputed(reverse.get()), true));
            }
        }
    }

    private void compareAgain(Implementation one, RunRequest request, TestRun before) throws InterruptedException {
        Optional<TestRun> again = run(one, request);
        if (again.isPresent() && !again.get().agrees(before)) {
            unsteady = Optional.of(new CatchWords.Unsteady(before.disputed(again.get()), false));
        }
    }

    private Optional<TestRun> run(Implementation one, RunRequest request) throws InterruptedException {
        if (stopped.isPresent()) {
            return Optional.empty();
        }
        Exchange.Outcome outcome = worker.run(request);
        if (outcome instanceof Exchange.Outcome.Done done) {
            return Optional.of(TestRun.of(done.checks()));
        }
        stopped = Optional.of(new Stopped(outcome, one));
        return Optional.empty();
    }
}
