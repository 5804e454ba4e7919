package dojo.workbench.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillViewTest {
    private static final Bill PAR = new Bill(1, 1, 0);

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

    @Test
    void bills_are_as_approved() {
        Approved.captures("bill-over-par", width -> BillView.againstPar(new Bill(13, 50, 2), new Bill(2, 1, 2), width));
        Approved.captures("bill-at-par", width -> BillView.againstPar(new Bill(1, 0.5, 0), new Bill(1, 0.5, 0), width));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120, 200})
    void nothing_is_wider_than_the_screen(int width) {
        assertThat(BillView.againstPar(new Bill(99_999, 1_234_567.5, 7_654_321), PAR, width))
                .allSatisfy(line -> assertThat(line.columns()).isLessThanOrEqualTo(width));
    }
}
