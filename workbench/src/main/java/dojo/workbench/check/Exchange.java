package dojo.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.worker.ChildJvm;
import dojo.workbench.worker.RunRequest;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One request to one worker, up to its end: done, dead or out of time. Used once; not thread-safe. */
final class Exchange {
    /** Until the run begins: a process that has just started still opens its lab. */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /** From then on the learner's constructors may run, but so may class loading on a busy machine. */
    private static final Duration LOADING = Duration.ofSeconds(10);

    private static final Duration LAST_QUESTION = Duration.ofSeconds(2);

    private final ChildJvm worker;
    private final List<JsonNode> checks = new ArrayList<>();
    private String running = "";
    private boolean anyStarted;
    private Optional<JsonNode> exiting = Optional.empty();
    private Optional<JsonNode> threads = Optional.empty();

    Exchange(ChildJvm worker) {
        this.worker = worker;
    }

    Outcome run(RunRequest request, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try {
            worker.wire().send(request.toMessage());
        } catch (IOException e) {
            return died();
        }
        while (true) {
            Optional<ChildJvm.Message> message = worker.await(Duration.ofNanos(deadline - System.nanoTime()));
            if (message.isEmpty()) {
                return late();
            }
            Optional<JsonNode> content = message.get().content();
            if (content.isEmpty()) {
                return died();
            }
            if (heard(content.get())) {
                return done(content.get());
            }
            deadline = deadline(content.get(), deadline, limit);
        }
    }

    /** The limit is the learner's: what the worker itself loads before the first check is not counted. */
    private long deadline(JsonNode content, long deadline, Duration limit) {
        return switch (content.path("event").asText()) {
            case "begins" -> System.nanoTime() + limit.plus(LOADING).toNanos();
            case "started" -> {
                boolean first = !anyStarted;
                anyStarted = true;
                yield first ? System.nanoTime() + limit.toNanos() : deadline;
            }
            default -> deadline;
        };
    }

    /** Notes a message; whether it was the last. */
    private boolean heard(JsonNode content) {
        switch (content.path("event").asText()) {
            case "started" -> running = content.path("name").asText();
            case "check" -> {
                checks.add(content);
                running = "";
            }
            case "exiting" -> exiting = Optional.of(content);
            case "threads" -> threads = Optional.of(content);
            case "done" -> {
                return true;
            }
            default -> {
                // Nothing that this exchange waits for.
            }
        }
        return false;
    }

    private Outcome done(JsonNode done) {
        if (done.hasNonNull("unusable")) {
            throw new CannotCheck(done.path("unusable").asText());
        }
        if (done.hasNonNull("broken")) {
            return new Outcome.Died(
                    checks, running, Optional.empty(), "", done.path("broken").asText());
        }
        return new Outcome.Done(checks, done);
    }

    private Outcome late() throws InterruptedException {
        try {
            worker.wire().send(Wire.message().put("ask", "where"));
        } catch (IOException e) {
            return died();
        }
        long deadline = System.nanoTime() + LAST_QUESTION.toNanos();
        while (true) {
            Optional<JsonNode> content =
                    worker.await(Duration.ofNanos(deadline - System.nanoTime())).flatMap(ChildJvm.Message::content);
            if (content.isEmpty() || content.get().path("event").asText().equals("where")) {
                return new Outcome.Late(checks, running, where(content), output(content));
            }
            heard(content.get());
        }
    }

    private Outcome died() throws InterruptedException {
        String reason = CrashWords.of(worker.exitCode(), worker.lastWords(), exiting, threads);
        return new Outcome.Died(checks, running, where(exiting), output(exiting), reason);
    }

    private static Optional<String> where(Optional<JsonNode> message) {
        return message.map(content -> content.path("where").asText()).filter(line -> !line.isEmpty());
    }

    private static String output(Optional<JsonNode> message) {
        return message.map(content -> content.path("output").asText()).orElse("");
    }

    /** How it ended; every form has the checks that got to their end. */
    sealed interface Outcome {
        List<JsonNode> checks();

        /** The same end with other checks before it. */
        Outcome with(List<JsonNode> others);

        /** All checks ended; {@code last} is the message that said so. */
        record Done(List<JsonNode> checks, JsonNode last) implements Outcome {

            /** Whether the process is not as it was. */
            boolean spoilt() {
                return last.hasNonNull("residue");
            }

            @Override
            public Outcome with(List<JsonNode> others) {
                return new Done(others, last);
            }
        }

        /** The limit passed while {@code running} ran. */
        record Late(List<JsonNode> checks, String running, Optional<String> where, String output) implements Outcome {

            @Override
            public Outcome with(List<JsonNode> others) {
                return new Late(others, running, where, output);
            }
        }

        /** The process ended while {@code running} ran. */
        record Died(List<JsonNode> checks, String running, Optional<String> where, String output, String reason)
                implements Outcome {

            @Override
            public Outcome with(List<JsonNode> others) {
                return new Died(others, running, where, output, reason);
            }
        }
    }
}
