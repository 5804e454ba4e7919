package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.workbench.check.Spent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillViewTest {
    private static final Bill PAR = new Bill(1, 1, 0);
    private static final Path ROOT = Path.of("/home/ann/dojo");

    private static String shown(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    @Test
    void a_bill_says_what_it_means() {
        assertThat(BillView.meaning(new Bill(1, 50, 0)).text())
                .isEqualTo("50 read units; at 1,000 calls a second about $540 a day");
        assertThat(BillView.meaning(new Bill(1, 0.5, 0)).text())
                .isEqualTo("0.5 read units; at 1,000 calls a second about $5.40 a day");
        assertThat(BillView.meaning(new Bill(2, 1, 1)).text())
                .isEqualTo("1 read unit and 1 write unit; at 1,000 calls a second about $65 a day");
        assertThat(BillView.meaning(new Bill(1, 0, 0)).text()).isEqualTo("no units; nothing to pay");
    }

    @Test
    void over_par_both_prices_are_said_and_at_par_only_one() {
        assertThat(shown(BillView.againstPar(new Bill(1, 50, 0), PAR, 80)))
                .endsWith("  50 read units; at 1,000 calls a second about $540 a day (par: $11)");
        assertThat(shown(BillView.againstPar(PAR, PAR, 80)))
                .endsWith("  1 read unit; at 1,000 calls a second about $11 a day");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            49.5 | 0 | 50 | 0 | CatchUp.java:24 spent 49.5 of them
            50   | 0 | 50 | 0 | CatchUp.java:24 spent it all
            49.5 | 0 | 50 | 2 | CatchUp.java:24 spent 49.5 read units of them
            0    | 1 | 2  | 2 | CatchUp.java:24 spent 1 write unit of them
            """)
    void the_dearest_line_is_named(double reads, double writes, double allReads, double allWrites, String sentence) {
        var dearest = new Spent(new Bill(1, reads, writes), Optional.of("exercises/dojo/CatchUp.java:24"));
        var other = new Spent(new Bill(1, 0.5, 0), Optional.of("exercises/dojo/CatchUp.java:30"));

        assertThat(shown(BillView.againstPar(new Bill(2, allReads, allWrites), PAR, List.of(dearest, other), ROOT, 80)))
                .endsWith("\n  " + sentence);
    }

    @Test
    void nobody_is_named_for_what_cost_nothing_or_was_asked_by_nobody_known() {
        var free = new Spent(new Bill(3, 0, 0), Optional.of("exercises/dojo/CatchUp.java:24"));

        assertThat(BillView.againstPar(new Bill(3, 0, 0), PAR, List.of(free), ROOT, 80))
                .isEqualTo(BillView.againstPar(new Bill(3, 0, 0), PAR, 80));
        assertThat(BillView.againstPar(PAR, PAR, List.of(), ROOT, 80)).isEqualTo(BillView.againstPar(PAR, PAR, 80));
    }

    @Test
    void the_name_of_the_line_leads_to_the_file() {
        var dearest = new Spent(new Bill(1, 50, 0), Optional.of("exercises/dojo/Catch Up.java:24"));

        assertThat(BillView.againstPar(new Bill(1, 50, 0), PAR, List.of(dearest), ROOT, 80))
                .flatExtracting(Line::spans)
                .extracting(span -> span.link().map(Object::toString).orElse(""))
                .anyMatch(link -> link.endsWith("/exercises/dojo/Catch%20Up.java"));
    }

    @Test
    void bills_are_as_approved() {
        var dearest = new Spent(new Bill(12, 49.5, 0), Optional.of("exercises/dojo/CatchUp.java:24"));
        Approved.captures(
                "bill-over-par",
                width -> BillView.againstPar(new Bill(13, 50, 2), new Bill(2, 1, 2), List.of(dearest), ROOT, width));
        Approved.captures("bill-at-par", width -> BillView.againstPar(new Bill(1, 0.5, 0), new Bill(1, 0.5, 0), width));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120, 200})
    void nothing_is_wider_than_the_screen(int width) {
        assertThat(BillView.againstPar(new Bill(99_999, 1_234_567.5, 7_654_321), PAR, width))
                .allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(width));
    }
}
