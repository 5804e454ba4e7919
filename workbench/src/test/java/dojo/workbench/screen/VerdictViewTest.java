package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.workbench.check.CheckResult;
import dojo.workbench.check.CompileProblem;
import dojo.workbench.check.Graded;
import dojo.workbench.check.Millis;
import dojo.workbench.check.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VerdictViewTest {
    private static final Bill PAR = new Bill(1, 1.0, 0);
    private static final String FILE = "exercises/src/main/java/dojo/c02_reads/e1_first_query/FirstQuery.java";

    private static CheckResult held(String name) {
        return new CheckResult(
                name, true, false, false, "", none(), none(), none(), Bill.ZERO, false, List.of(), List.of(), List.of(),
                "");
    }

    private static CheckResult failed(boolean hidden, boolean priced, String output) {
        return new CheckResult(
                "seven_items_come_back",
                false,
                hidden,
                true,
                "the whole session\nexpected: 7\n but was: 3",
                Optional.of(FILE + ":24"),
                Optional.of("7"),
                Optional.of("3"),
                new Bill(1, 50.0, 0),
                priced,
                List.of("Scan sessions -> 100 items, 50 RU"),
                List.of("turns = 7"),
                List.of(),
                output);
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static Graded graded(CheckResult... checks) {
        return new Graded("first_query", List.of(checks), Optional.empty(), PAR, new Millis(41, 97, 152), 5);
    }

    private static String shown(Verdict verdict, int width) {
        return VerdictView.lines(verdict, Path.of("/home/ann/dojo"), width).stream()
                .map(Line::text)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_failure_names_the_check_the_line_and_both_values() {
        CheckResult first = failed(false, false, "");

        assertThat(shown(new Verdict.Fails(graded(held("one_item_comes_back"), first), first), 100))
                .isEqualTo("""
                        ✗ first_query fails
                          check 2 of 2: seven items come back
                          exercises/src/main/java/dojo/c02_reads/e1_first_query/FirstQuery.java:24
                          the whole session

                          expected  7
                          actual    3""");
    }

    @Test
    void a_bill_over_par_says_by_how_much() {
        CheckResult first = failed(false, true, "");

        assertThat(shown(new Verdict.Fails(graded(first), first), 80))
                .contains("read units    50.0 (par 1.0) 49.0 over\n")
                .endsWith("write units    0.0 (par 0.0)\n"
                        + "  50 read units; at 1,000 calls a second about $540 a day (par: $11)");
    }

    @Test
    void a_hidden_failure_shows_its_inputs_its_requests_and_how_to_play_it_again() {
        CheckResult first = failed(true, false, "");

        assertThat(shown(new Verdict.Fails(graded(first), first), 80))
                .contains("hidden: seven items come back")
                .contains("given turns = 7")
                .contains("1. Scan sessions -> 100 items, 50 RU")
                .contains("./dojo check first_query --seed 5");
    }

    @Test
    void a_path_is_never_cut_and_everything_else_fits_forty_columns() {
        CheckResult first = failed(true, true, "");

        assertThat(shown(new Verdict.Fails(graded(first), first), 40).lines())
                .filteredOn(line -> !line.contains(FILE))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
        assertThat(shown(new Verdict.Fails(graded(first), first), 40)).contains(FILE + ":24");
    }

    @Test
    void a_pass_counts_its_checks_and_shows_the_bill() {
        var graded = new Graded(
                "first_query",
                List.of(held("a"), held("b")),
                Optional.of(new Bill(1, 0.5, 0)),
                PAR,
                new Millis(1, 2, 3),
                1);

        assertThat(shown(new Verdict.Passes(graded), 80))
                .startsWith("✓ first_query passes\n  2 checks · 3 ms\n")
                .contains("requests         1 (par 1)")
                .contains("read units     0.5 (par 1.0)")
                .doesNotContain("over");
    }

    @Test
    void compile_problems_are_clickable_and_at_most_three() {
        var problems = List.of(
                new CompileProblem(FILE, 12, "';' expected"),
                new CompileProblem(FILE, 14, "cannot find symbol"),
                new CompileProblem(FILE, 15, "cannot find symbol"),
                new CompileProblem(FILE, 16, "cannot find symbol"));

        assertThat(shown(new Verdict.DoesNotCompile(graded(), problems, false, "The compiler stopped."), 80))
                .contains("does not compile")
                .contains(FILE + ":12\n  ';' expected")
                .doesNotContain(FILE + ":16")
                .endsWith("and 1 more");
    }

    @Test
    void a_flood_of_output_shows_its_end_only() {
        String flood = "tick\n".repeat(500) + "last words\n";

        String shown = shown(
                new Verdict.TimedOut(graded(), Duration.ofSeconds(10), none(), flood, "It was still running."), 80);

        assertThat(shown)
                .contains("timed out after 10 s")
                .contains("at the end")
                .endsWith("│ last words");
        assertThat(shown.lines()).hasSizeLessThan(16);
    }
}
