package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.check.Checker;
import dojo.workbench.check.CheckerOptions;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.shell.Shell;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The gate over the real catalogue: starters from their pristine copies, so nobody's edits count.
 *
 * <p>Under one seed, or as many as {@code -Ddojo.gate.seeds} says; {@code ./dojo gate} takes all, which are five.
 */
class GateTest {
    private static final int SEEDS = Integer.getInteger("dojo.gate.seeds", 1);

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void every_exercise_keeps_every_promise() {
        int workers = Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
        CheckerOptions options =
                CheckerOptions.of(ROOT).withScripts(Shell.of(ROOT).runner());
        try (Checker checker = Checker.open(options.withWorkers(workers))) {
            assertThat(Catalogue.read(ROOT).all()).hasSizeGreaterThanOrEqualTo(9);
            assertThat(Gate.brief(ROOT, checker, workers, SEEDS).judge(List.of(), judged -> {}))
                    .isEmpty();
        }
    }
}
