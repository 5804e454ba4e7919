package dojo.workbench.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Tells the parent about each check as it starts and as it ends, so that a dead worker's last words are known. */
final class CheckListener implements TestExecutionListener {
    private final Outlet outlet;
    private final LearnerFrames frames;
    private final Capture capture;
    private final Map<String, String> entries = new LinkedHashMap<>();
    private Optional<TestPlan> plan = Optional.empty();

    CheckListener(Outlet outlet, LearnerFrames frames, Capture capture) {
        this.outlet = outlet;
        this.frames = frames;
        this.capture = capture;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = Optional.of(started);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            entries.clear();
            capture.begin();
            send(named(test, "started"));
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        entries.putAll(entry.getKeyValuePairs());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            finished(test, result.getThrowable());
        } else if (result.getThrowable().isPresent()) {
            containerFailed(test, result.getThrowable());
        }
    }

    /** A class that cannot even be set up: all its checks failed, for that reason; or, without checks, itself. */
    private void containerFailed(TestIdentifier container, Optional<Throwable> failure) {
        List<TestIdentifier> checks = plan.map(all -> all.getDescendants(container)).orElse(Set.of()).stream()
                .filter(TestIdentifier::isTest)
                .toList();
        checks.forEach(each -> finished(each, failure));
        if (checks.isEmpty()) {
            finished(container, failure);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (test.isTest()) {
            finished(test, Optional.of(new AssertionError("The check was skipped: " + reason)));
        }
    }

    private void finished(TestIdentifier test, Optional<Throwable> failure) {
        ObjectNode message = named(test, "check").put("passed", failure.isEmpty());
        failure.ifPresent(thrown -> {
            message.put("message", FailureWords.of(thrown)).put("assertion", thrown instanceof AssertionError);
            frames.of(thrown).ifPresent(where -> message.put("where", where));
            frames.throwing(thrown).ifPresent(where -> entries.put("dojo.thrown", where));
            FailureWords.expected(thrown).ifPresent(text -> message.put("expected", text));
            FailureWords.actual(thrown).ifPresent(text -> message.put("actual", text));
        });
        ObjectNode reported = message.putObject("report");
        entries.forEach(reported::put);
        entries.clear();
        send(message.put("output", capture.end()));
    }

    private static ObjectNode named(TestIdentifier test, String event) {
        ObjectNode message = Wire.message().put("event", event).put("class", "").put("name", test.getDisplayName());
        test.getSource().ifPresent(source -> {
            if (source instanceof MethodSource method) {
                message.put("class", method.getClassName()).put("name", method.getMethodName());
            } else if (source instanceof ClassSource type) {
                message.put("class", type.getClassName()).put("name", test.getDisplayName());
            }
        });
        return message;
    }

    private void send(ObjectNode message) {
        try {
            outlet.send(message);
        } catch (IOException e) {
            throw new UncheckedIOException("The parent process is gone.", e);
        }
    }

    /** Where messages go. */
    @FunctionalInterface
    interface Outlet {
        void send(ObjectNode message) throws IOException;
    }
}
