package dojo.workbench.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a checker works.
 *
 * @param root the checkout: paths in messages are relative to it, and {@code .dojo} is in it
 * @param limit how long the checks of one submission may run
 * @param workers how many submissions are graded at once; one more process waits as the spare
 * @param scripts plays the script of a live exercise; without it such an exercise is not started
 */
public record CheckerOptions(Path root, Duration limit, int workers, Optional<ScriptRunner> scripts) {

    /** One worker, ten seconds (or {@code -Ddojo.limit.millis}). */
    public static CheckerOptions of(Path root) {
        return new CheckerOptions(
                root.toAbsolutePath().normalize(),
                Duration.ofMillis(Long.getLong("dojo.limit.millis", 10_000)),
                1,
                Optional.empty());
    }

    public CheckerOptions withLimit(Duration newLimit) {
        return new CheckerOptions(root, newLimit, workers, scripts);
    }

    public CheckerOptions withWorkers(int newWorkers) {
        return new CheckerOptions(root, limit, newWorkers, scripts);
    }

    public CheckerOptions withScripts(ScriptRunner runner) {
        return new CheckerOptions(root, limit, workers, Optional.of(runner));
    }
}
