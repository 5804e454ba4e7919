package dojo.workbench.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.Lab;
import dojo.workbench.mutant.Experiment;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers the parent's messages; checks run on a thread of their own, so that it can still be asked where they are. */
final class Worker {
    private static final int MOST_THREADS = 4_000;
    private static final long GUARD_NANOS = 20_000_000;

    private final Wire wire;
    private final Labs labs = new Labs();
    private final Capture capture = new Capture();
    private final ThreadGroup group = new ThreadGroup("submission");
    private final Thread guard = new Thread(this::guard, "dojo-guard");
    private volatile @Nullable Thread runner;
    private volatile LearnerFrames frames = new LearnerFrames("", java.util.Map.of());

    Worker(Wire wire) {
        this.wire = wire;
        Runtime.getRuntime().addShutdownHook(new Thread(this::sayGoodbye, "dojo-goodbye"));
        guard.setDaemon(true);
        guard.start();
    }

    void receive(JsonNode message) throws IOException {
        switch (message.path("ask").asText()) {
            case "run" -> start(RunRequest.of(message));
            case "where" -> wire.send(where("where"));
            case "lab" -> wire.send(lab());
            case "warm" -> new WarmUp(labs, capture).run(message.path("times").asInt(1));
            default -> throw new IOException("Not a request: " + message);
        }
    }

    /** Whether a lab opens here, for the doctor. */
    private ObjectNode lab() {
        ObjectNode message = Wire.message().put("event", "lab");
        try (Lab lab = labs.take()) {
            lab.backstage().listTables();
        } catch (RuntimeException e) {
            message.put("unusable", String.valueOf(e.getMessage()));
        }
        labs.refill();
        return message;
    }

    private void start(RunRequest request) {
        frames = new LearnerFrames(request.packageName(), request.learner());
        Thread thread = new Thread(group, () -> run(request), "check");
        runner = thread;
        thread.start();
        LockSupport.unpark(guard);
    }

    private void run(RunRequest request) {
        ObjectNode done = Wire.message().put("event", "done");
        try {
            Residue residue = new Residue();
            Optional<Experiment> experiment = request.mutant().map(Experiment::new);
            try {
                labs.await(); // A learner's time does not run while we open a lab.
            } catch (IllegalStateException e) {
                wire.send(done.put("unusable", e.getMessage()));
                return;
            }
            try (RunLab lab =
                    new RunLab(experiment.<Supplier<Lab>>map(one -> one::open).orElse(labs::take))) {
                wire.send(Wire.message().put("event", "begins"));
                new CheckRun(request, lab, experiment).tell(new CheckListener(wire::send, frames, capture));
            }
            experiment.ifPresent(ended -> MutantJson.put(ended, done));
            residue.since(group, Thread.currentThread()).ifPresent(what -> done.put("residue", what));
            labs.refill(); // Before the answer: the next run may ask as soon as this one is known to have ended.
            wire.send(done);
        } catch (Throwable e) {
            fail(done.put("broken", FailureWords.of(e)));
        }
    }

    private void fail(ObjectNode done) {
        try {
            wire.send(done);
        } catch (IOException e) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** Where the submission is now: its runner first, then any thread it started. */
    private ObjectNode where(String event) {
        Thread[] threads = new Thread[group.activeCount() + 8];
        int count = group.enumerate(threads, true);
        ObjectNode message = Wire.message().put("event", event).put("output", capture.sofar());
        Stream.concat(Stream.ofNullable(runner), Stream.of(threads).limit(count))
                .map(thread -> frames.of(thread.getStackTrace()))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(line -> message.put("where", line));
        return message;
    }

    /** System.exit was called: say by which line, while there is still somebody to say it. */
    private void sayGoodbye() {
        try {
            wire.send(where("exiting"));
        } catch (IOException e) {
            // The parent sees the end of the connection anyway.
        }
    }

    /** Thousands of threads would hurt the whole machine before they hurt this process. */
    private void guard() {
        int active;
        while ((active = group.activeCount()) <= MOST_THREADS) {
            if (active == 0) {
                LockSupport.park(this); // Until the next run: a worker that waits costs nothing.
            } else {
                LockSupport.parkNanos(this, GUARD_NANOS);
            }
            Thread.interrupted(); // A submission may interrupt whom it likes.
        }
        try {
            wire.send(Wire.message().put("event", "threads").put("count", group.activeCount()));
        } catch (IOException e) {
            // Nobody to tell.
        }
        Runtime.getRuntime().halt(1);
    }
}
