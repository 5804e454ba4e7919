package dojo.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.worker.RunRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One run of all checks, each class of them by itself: the worker takes one after the other, and so does the spare, where it
 * stands ready. Each by itself with or without a spare: what a learner keeps in a static field reaches no further in one case
 * than in the other. Used once; one thread asks.
 */
final class DividedRun {
    private final WorkerLease worker;
    private final RunRequest request;
    private final Map<Integer, Exchange.Outcome> outcomes = new TreeMap<>();
    private int taken;

    DividedRun(WorkerLease worker, RunRequest request) {
        this.worker = worker;
        this.request = request;
    }

    Exchange.Outcome outcome() throws InterruptedException {
        if (request.checks().size() < 2) {
            return worker.run(request);
        }
        int first = next().orElseThrow(); // The visible class, and always the worker's.
        Optional<WorkerLease> spare = worker.beside();
        if (spare.isEmpty()) {
            work(worker, first);
        } else {
            Together.of(
                    () -> work(worker, first),
                    () -> {
                        try (WorkerLease second = spare.get()) {
                            Optional<Integer> part = next();
                            return part.isPresent() && work(second, part.get());
                        }
                    },
                    () -> {});
        }
        return joined();
    }

    /** Runs one part, and whatever is left after it; whether all came to their end. */
    private boolean work(WorkerLease with, int part) throws InterruptedException {
        Optional<Integer> now = Optional.of(part);
        while (now.isPresent()) {
            Exchange.Outcome outcome =
                    with.run(request.of(List.of(request.checks().get(now.get()))));
            put(now.get(), outcome);
            if (!(outcome instanceof Exchange.Outcome.Done)) {
                return false;
            }
            now = with.goesOn() ? next() : Optional.empty();
        }
        return true;
    }

    private synchronized Optional<Integer> next() {
        boolean enough = outcomes.values().stream().anyMatch(outcome -> !(outcome instanceof Exchange.Outcome.Done));
        return enough || taken == request.checks().size() ? Optional.empty() : Optional.of(taken++);
    }

    private synchronized void put(int part, Exchange.Outcome outcome) {
        outcomes.put(part, outcome);
    }

    /**
     * Up to the first part, in author order, that did not come to its end: what ran beside it or after it differs from one time
     * to the next.
     */
    private synchronized Exchange.Outcome joined() {
        List<JsonNode> checks = new ArrayList<>();
        Iterator<Exchange.Outcome> inOrder = outcomes.values().iterator();
        Exchange.Outcome last;
        do {
            last = inOrder.next();
            checks.addAll(last.checks());
        } while (last instanceof Exchange.Outcome.Done && inOrder.hasNext());
        return last.with(checks);
    }
}
