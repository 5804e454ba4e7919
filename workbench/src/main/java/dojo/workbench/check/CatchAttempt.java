package dojo.workbench.check;

import dojo.workbench.worker.RunRequest;
import java.util.Optional;

/** A learner's test against one implementation, as often as it takes to believe what it says. Not thread-safe. */
final class CatchAttempt {
    private final Implementation implementation;
    private final boolean given;
    private final RunRequest request;
    private Optional<CatchTrial.Tried> tried = Optional.empty();
    private Optional<CatchWords.Unsteady> unsteady = Optional.empty();
    private Optional<CatchTrial.Stopped> stopped = Optional.empty();
    private boolean cutShort;

    /** @param given whether it is the implementation that everybody can see */
    CatchAttempt(Implementation implementation, boolean given, RunRequest request) {
        this.implementation = implementation;
        this.given = given;
        this.request = request;
    }

    Optional<CatchTrial.Tried> tried() {
        return tried;
    }

    Optional<CatchWords.Unsteady> unsteady() {
        return unsteady;
    }

    Optional<CatchTrial.Stopped> stopped() {
        return stopped;
    }

    /** Whether its worker was spoilt before everything was compared; then it has to be run once more. */
    boolean cutShort() {
        return cutShort;
    }

    /** Runs it from the start; needs a lease that goes on. */
    void run(WorkerLease lease) throws InterruptedException {
        cutShort = false;
        Optional<TestRun> first = run(lease, request);
        if (first.isEmpty()) {
            return;
        }
        tried = Optional.of(new CatchTrial.Tried(implementation, first.get()));
        if (given) {
            compareInReverse(lease, first.get());
        } else if (implementation.right() && !first.get().accepts()) {
            compareAgain(lease, request, first.get());
        }
    }

    /** Tests that need each other, or luck, are found out with the implementation that everybody can see. */
    private void compareInReverse(WorkerLease lease, TestRun first) throws InterruptedException {
        Optional<TestRun> reverse = run(lease, request.inReverse());
        if (reverse.isPresent() && !reverse.get().agrees(first)) {
            compareAgain(lease, request, first);
            if (unsteady.isEmpty()) {
                compareAgain(lease, request.inReverse(), reverse.get());
            }
            if (unsteady.isEmpty()) {
                unsteady = Optional.of(new CatchWords.Unsteady(first.disputed(reverse.get()), true));
            }
        }
    }

    private void compareAgain(WorkerLease lease, RunRequest same, TestRun before) throws InterruptedException {
        Optional<TestRun> again = run(lease, same);
        if (again.isPresent() && !again.get().agrees(before)) {
            unsteady = Optional.of(new CatchWords.Unsteady(before.disputed(again.get()), false));
        }
    }

    private Optional<TestRun> run(WorkerLease lease, RunRequest asked) throws InterruptedException {
        cutShort |= !lease.goesOn();
        if (stopped.isPresent() || cutShort) {
            return Optional.empty();
        }
        Exchange.Outcome outcome = lease.run(asked);
        if (outcome instanceof Exchange.Outcome.Done done) {
            return Optional.of(TestRun.of(done.checks()));
        }
        stopped = Optional.of(new CatchTrial.Stopped(outcome, implementation));
        return Optional.empty();
    }
}
