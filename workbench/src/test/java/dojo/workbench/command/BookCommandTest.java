package dojo.workbench.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Against a build that is a shell script: what the command starts, shows and answers. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the build played here is a shell script")
class BookCommandTest {
    private final Path root;
    private final PlayedBuild build;

    BookCommandTest(@TempDir Path root) {
        this.root = root;
        this.build = new PlayedBuild(root);
    }

    @Test
    void shows_what_is_built_and_measured_and_where_the_page_is() throws IOException {
        build.does("""
                echo '[INFO] Scanning for projects...'
                echo '[INFO] Building Dynamo Dojo: lab 0.1.0   [2/6]'
                echo '[INFO] Running dojo.exhibits.append.Append_02_PositionIsTheLock'
                echo '[INFO] --- exec:3.6.4:exec (book) @ dojo-docs ---'
                echo 'book: /somewhere/index.html'
                """);

        assertThat(build.dojo("book")).isZero();

        assertThat(build.said().lines())
                .containsExactly(
                        "building  lab",
                        "measuring Append_02_PositionIsTheLock",
                        "setting   the pages",
                        "book: /somewhere/index.html");
    }

    @Test
    void measures_before_it_sets_and_runs_no_other_test() throws IOException {
        build.does("for word; do echo \"[INFO] --- exec:(book) $word\"; echo \"$word\"; done");

        assertThat(build.dojo("book", "--check")).isZero();

        assertThat(build.said().lines())
                .contains(
                        "verify",
                        "-Dtest=dojo/exhibits/**/*_*_*",
                        "-Dbook.mode=--check",
                        "-Dbook.formats=html,pdf,epub");
    }

    @Test
    void sets_one_format_when_one_is_asked_for() throws IOException {
        build.does("for word; do echo \"[INFO] --- exec:(book) $word\"; echo \"$word\"; done");

        assertThat(build.dojo("book", "--format", "html")).isZero();

        assertThat(build.said().lines()).contains("-Dbook.formats=html");
    }

    @Test
    void lists_the_facts_and_says_nothing_of_the_build() throws IOException {
        build.does("""
                echo '[INFO] Building Dynamo Dojo: lab 0.1.0   [2/6]'
                echo '[INFO] --- exec:3.6.4:exec (book) @ dojo-docs ---'
                for word; do echo "$word"; done
                """);

        assertThat(build.dojo("book", "--facts")).isZero();

        assertThat(build.said().lines())
                .contains("-Dbook.mode=--facts", "-Dmaven.test.skip=true")
                .noneMatch(line -> line.startsWith("building") || line.startsWith("setting"));
    }

    @Test
    void a_problem_of_the_text_is_shown_as_it_was_found() throws IOException {
        build.does("""
                echo '[INFO] --- exec:3.6.4:exec (book) @ dojo-docs ---'
                echo 'docs/book/a.adoc:7: nothing measured x-01-items in this build -> record it' >&2
                echo '[ERROR] Command execution failed.'
                echo 'org.apache.commons.exec.ExecuteException: Process exited with an error: 1'
                echo '    at org.apache.maven.cli.MavenCli.main (MavenCli.java:1)'
                exit 1
                """);

        assertThat(build.dojo("book")).isEqualTo(1);

        assertThat(build.said()).contains("docs/book/a.adoc:7: nothing measured x-01-items");
        assertThat(build.complained()).contains("was not published");
        assertThat(build.said() + build.complained()).doesNotContain("ExecuteException", "MavenCli");
    }

    @Test
    void a_build_that_stops_earlier_says_why_and_where_the_log_is() throws IOException {
        build.does("""
                echo '[ERROR]'
                echo '[ERROR] Unknown host repo.maven.apache.org'
                exit 1
                """);

        assertThat(build.dojo("book")).isEqualTo(1);

        assertThat(build.complained()).contains("Unknown host").contains("book.log");
        assertThat(root.resolve(".dojo/book.log")).content().contains("Unknown host");
    }

    @Test
    void a_checkout_without_a_build_is_a_sentence() {
        assertThat(build.dojo("book")).isEqualTo(1);

        assertThat(build.complained()).startsWith("The book cannot be built: ");
    }
}
