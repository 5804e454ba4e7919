package dojo.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.command.PlayedBuild;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Against a build that is a shell script; what is measured is tested where it is measured. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the build played here is a shell script")
class MemoryBenchTest {
    private static final String SETTING =
            "{\"questionBytes\":611,\"answerBytes\":1921,\"window\":21,\"held\":51,\"secondsBetweenTurns\":77,"
                    + "\"minutes\":113,\"secondsOfSlowTurns\":301,\"writeUnitsOfSlowTurns\":3.97,\"mostWriteUnits\":3.4,\"mostReadUnits\":4.6,\"prices\":\"$7 a unit, as of 2026\"}";
    private static final String DESIGN = "{\"design\":\"clay tablets\",\"atLeastTimesOurs\":12,"
            + "\"eventual\":{\"writeUnits\":44.25,\"readUnits\":9,\"requests\":5,\"bytes\":2048,"
            + "\"dollarsAMillionTurns\":28.625,\"timesOurs\":11.75,\"mostTurnsASecond\":22.6},"
            + "\"strong\":{\"dollarsAMillionTurns\":29.75,\"timesOurs\":9.9}}";
    private static final String MEASURES = "mkdir -p reference-impl/core/target/rivals; printf '%s\\n' '" + SETTING
            + "' '" + DESIGN + "' > reference-impl/core/target/rivals/memory.jsonl\n";

    private final Path root;
    private final PlayedBuild build;

    MemoryBenchTest(@TempDir Path root) {
        this.root = root;
        this.build = new PlayedBuild(root);
    }

    @Test
    void prints_what_the_test_measured_with_what_is_promised_and_at_which_prices() throws IOException {
        build.does("echo '[INFO] Building Dynamo Dojo: lab 0.1.0   [1/3]'\n" + MEASURES);

        assertThat(build.dojo("bench", "memory")).isZero();

        assertThat(build.said())
                .startsWith("building  lab\n")
                .contains(
                        "611 bytes asked, 1,921 answered",
                        "3.4 write and 4.6 read units",
                        "every 301 s it takes 3.97",
                        "$7 a unit, as of 2026")
                .containsPattern("clay tablets +44\\.25 +9\\.00 +5\\.0 +2\\.0 +28\\.63 +11\\.8x +29\\.75 +9\\.9x +23"
                        + " +\\(at least 12x\\)");
    }

    @Test
    void only_the_test_of_the_price_is_run() throws IOException {
        build.does("for word; do echo \"[ERROR] $word\"; done\n" + MEASURES + "exit 1");

        assertThat(build.dojo("bench", "memory")).isEqualTo(1);

        assertThat(build.complained()).contains("-pl", "reference-impl/core", "-am");
        assertThat(root.resolve(".dojo/bench-memory.log"))
                .content()
                .contains("-Dtest=dojo/session/rivals/PriceTest", "!strict");
    }

    @Test
    void json_is_what_was_measured_and_nothing_else() throws IOException {
        build.does("echo '[INFO] Building Dynamo Dojo: lab 0.1.0   [1/3]'\n" + MEASURES);

        assertThat(build.dojo("bench", "memory", "--json")).isZero();

        assertThat(build.said().lines()).containsExactly(SETTING, DESIGN);
    }

    @Test
    void a_broken_promise_is_printed_too_and_fails() throws IOException {
        build.does(MEASURES + "echo '[ERROR] Expecting 9.7 to be at least 10'; exit 1");

        assertThat(build.dojo("bench", "memory")).isEqualTo(1);

        assertThat(build.said()).contains("clay tablets");
        assertThat(build.complained())
                .contains("Expecting 9.7")
                .contains("not as promised")
                .contains("bench-memory.log");
    }

    @Test
    void figures_of_an_earlier_run_are_not_shown_when_the_build_fails() throws IOException {
        build.does(MEASURES);
        assertThat(build.dojo("bench", "memory")).isZero();
        build.does("echo '[ERROR] Unknown host repo.maven.apache.org'; exit 1");

        assertThat(build.dojo("bench", "memory")).isEqualTo(1);

        assertThat(build.said()).isEmpty();
        assertThat(build.complained()).contains("Unknown host").contains("Nothing was measured");
    }

    @Test
    void a_checkout_without_a_build_is_a_sentence() {
        assertThat(build.dojo("bench", "memory")).isEqualTo(1);

        assertThat(build.complained()).startsWith("The session memory cannot be measured: ");
    }
}
