package dojo.workbench.command;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.Dojo;
import dojo.workbench.exercise.Trees;
import dojo.workbench.screen.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckEvidenceTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = NOON;

    @TempDir
    Path root;

    @TempDir
    Path elsewhere;

    @BeforeEach
    void the_fixtures() throws IOException {
        Trees.copyFixtures(root);
    }

    private Workbench workbench() {
        return new Workbench(root, Screen.of(print(out), print(err)));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private int check(Map<String, String> environment, InstantSource clock, String... args) {
        CommandLine line = new CommandLine(new CheckCommand(workbench(), environment, clock));
        Failures.handle(line, workbench().screen());
        return line.execute(args);
    }

    private String read(String file) throws IOException {
        return Files.readString(elsewhere.resolve(file));
    }

    @Test
    void a_classroom_run_leaves_three_files_and_no_progress() throws IOException {
        Path page = elsewhere.resolve("page.md");
        Files.writeString(page, "before\n");

        int exit = check(
                Map.of("GITHUB_STEP_SUMMARY", page.toString()),
                () -> NOON,
                "--ci",
                "--results",
                elsewhere.resolve("results").toString(),
                "--source",
                root.resolve("solutions/src/main/java").toString());

        assertThat(exit).isEqualTo(1);
        assertThat(read("results/junit.xml"))
                .contains("<testsuite name=\"find_one\"", "<property name=\"bill.readUnits\"");
        assertThat(read("results/results.jsonl").lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"exercise\":"));
        assertThat(read("results/summary.md")).contains("## Dynamo Dojo: 2 of 3 pass", "| find\\_one | passes | 4/4 |");
        assertThat(read("page.md")).isEqualTo("before\n" + read("results/summary.md"));
        assertThat(root.resolve(".dojo/progress.txt")).doesNotExist();
    }

    @Test
    void a_classroom_run_grades_the_learners_files_and_notes_nothing() throws IOException {
        int exit =
                check(Map.of(), () -> NOON, "--ci", "--results", elsewhere.toString(), "count_words", "--limit", "20");

        assertThat(exit).isEqualTo(1);
        assertThat(read("junit.xml")).contains("<skipped message=\"not started\"");
        assertThat(root.resolve(".dojo/progress.txt")).doesNotExist();
    }

    @Test
    void when_the_time_is_over_the_rest_is_not_checked_and_does_not_pass() throws IOException {
        InstantSource clock = () -> {
            now = now.plusSeconds(40);
            return now;
        };

        int exit = check(
                Map.of(),
                clock,
                "--all",
                "--within",
                "60",
                "--junit",
                elsewhere.resolve("deep/er/junit.xml").toString(),
                "--source",
                root.resolve("solutions/src/main/java").toString());

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("count_words: The 60 seconds of --within were over.");
        assertThat(read("deep/er/junit.xml")).contains("type=\"not_checked\"", "errors=\"2\"");
    }

    @Test
    void a_file_that_cannot_be_written_is_a_sentence_and_a_usage_error() throws IOException {
        Files.writeString(elsewhere.resolve("file"), "");

        assertThat(check(
                        Map.of(),
                        () -> NOON,
                        "count_words",
                        "--junit",
                        elsewhere.resolve("file/junit.xml").toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot be written", "name a file");
    }

    @Test
    void no_time_is_no_limit() {
        assertThat(check(Map.of(), () -> NOON, "count_words", "--limit", "0")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--limit 0 is no time to wait");
    }

    @Test
    void a_report_is_printed_or_written_in_the_format_that_its_name_says() throws IOException {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        Path file = elsewhere.resolve("my report.html");

        assertThat(new CommandLine(new ReportCommand(workbench(), clock)).execute())
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("# Dynamo Dojo: progress")
                .contains("2026-11-22");
        assertThat(new CommandLine(new ReportCommand(workbench(), clock)).execute("--output", file.toString()))
                .isZero();
        assertThat(read("my report.html")).startsWith("<!DOCTYPE html>");
    }

    @Test
    void an_unknown_format_is_a_sentence() {
        assertThat(Dojo.run(workbench(), "report", "--format", "pdf")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--format pdf is none of md and html");
    }

    @Test
    void golf_shows_bests_that_checks_have_noted() throws IOException {
        Files.copy(
                root.resolve("solutions/src/main/java/dojo/c01_reading/e1_find_one/Notes.java"),
                root.resolve("exercises/src/main/java/dojo/c01_reading/e1_find_one/Notes.java"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(Dojo.run(workbench(), "check", "find_one")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("golf: par, your best so far");
        out.reset();
        assertThat(Dojo.run(workbench(), "golf", "--json")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"exercise\":\"find_one\",\"assisted\":false", "\"standing\":\"par\"");
    }
}
