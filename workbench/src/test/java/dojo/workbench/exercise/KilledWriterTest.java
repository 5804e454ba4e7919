package dojo.workbench.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dojo that is killed in the middle of a write loses nothing that it had said was saved. */
class KilledWriterTest {

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void what_was_saved_is_there_after_a_kill_at_any_moment(long seed) throws Exception {
        int lines = 1 + new Random(seed).nextInt(60);
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int saved = 0;
        try (BufferedReader said = writer.inputReader(StandardCharsets.UTF_8)) {
            while (saved < lines && said.readLine() != null) {
                saved++;
            }
            writer.destroyForcibly().waitFor();
        }

        List<String> reports = new ArrayList<>();
        Progress progress = ProgressFile.in(root, reports::add).read();
        assertThat(saved).isEqualTo(lines);
        assertThat(progress.passed()).hasSizeGreaterThanOrEqualTo(saved).contains("e1", "e" + saved);
        assertThat(reports).isEmpty();
        assertThat(ProgressFile.in(root, reports::add)
                        .update(now -> now.withPassed("after"))
                        .passed())
                .contains("after", "e" + saved);
    }
}
