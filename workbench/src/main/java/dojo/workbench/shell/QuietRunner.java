package dojo.workbench.shell;

import dojo.workbench.check.ScriptRunner;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.Screen;
import dojo.workbench.worker.JvmLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays scripts of live exercises one after the other in one process, and prints nothing.
 *
 * <p>Thread-safe. The first script waits a second or two for the process, which ends with this one.
 */
final class QuietRunner implements ScriptRunner {
    private final Path root;
    private final JvmLayout layout;
    private final Duration limit;
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private final Screen quiet = Screen.of(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(complaints, true, StandardCharsets.UTF_8));
    private @Nullable Session session;

    QuietRunner(Path root, JvmLayout layout, Duration limit) {
        this.root = root;
        this.layout = layout;
        this.limit = limit;
    }

    @Override
    public synchronized Map<String, String> play(Exercise exercise, Path script, long seed) throws IOException {
        List<String> lines = Shell.read(script);
        Session ready = fresh(exercise);
        complaints.reset();
        try (Sitting sitting = new Sitting(root, quiet, () -> ready, Optional.empty(), false)) {
            if (!ScriptPlay.of(script.toString(), lines, sitting.limitedTo(limit))) {
                throw new IOException(
                        complaints.toString(StandardCharsets.UTF_8).strip());
            }
            return Map.copyOf(sitting.answers());
        }
    }

    private Session fresh(Exercise exercise) throws IOException {
        if (session == null) {
            Session started = Session.start(layout, quiet, Optional.of(exercise));
            Runtime.getRuntime().addShutdownHook(new Thread(started::close, "dojo-end-scripts"));
            session = started;
        } else {
            session.startOver(exercise);
        }
        return session;
    }
}
