package dojo.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.worker.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of all checks, the first class of them here and the rest at the same time on the spare where it stands ready.
 * Without a spare they are two runs too: what a learner keeps in a static field reaches no further in one case than in
 * the other. Used once; not thread-safe.
 */
final class DividedRun {
    private final WorkerLease worker;
    private final RunRequest request;

    DividedRun(WorkerLease worker, RunRequest request) {
        this.worker = worker;
        this.request = request;
    }

    Exchange.Outcome outcome() throws InterruptedException {
        List<String> checks = request.checks();
        if (checks.size() < 2) {
            return worker.run(request);
        }
        RunRequest first = request.of(checks.subList(0, 1));
        RunRequest rest = request.of(checks.subList(1, checks.size()));
        Optional<WorkerLease> spare = worker.beside();
        if (spare.isEmpty()) {
            Exchange.Outcome ended = worker.run(first);
            return ended instanceof Exchange.Outcome.Done ? joined(ended, worker.run(rest)) : ended;
        }
        Together<Exchange.Outcome> both = Together.of(
                () -> worker.run(first),
                () -> {
                    try (WorkerLease second = spare.get()) {
                        return second.run(rest);
                    }
                },
                () -> {});
        return joined(both.here(), both.there());
    }

    /** A first part that did not come to its end speaks alone: what ran beside it differs from one time to the next. */
    private static Exchange.Outcome joined(Exchange.Outcome first, Exchange.Outcome rest) {
        if (!(first instanceof Exchange.Outcome.Done)) {
            return first;
        }
        List<JsonNode> all = new ArrayList<>(first.checks());
        all.addAll(rest.checks());
        return rest.with(all);
    }
}
