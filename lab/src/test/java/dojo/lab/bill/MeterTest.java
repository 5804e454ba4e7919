package dojo.lab.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeterTest {

    private final Meter meter = new Meter();

    @Test
    void a_bill_starts_at_its_mark() {
        meter.record(line("GetItem", 0.5, 0));
        int mark = meter.mark();
        meter.record(line("PutItem", 0, 3));
        meter.record(line("Query", 1.5, 0));

        assertThat(meter.billSince(mark)).isEqualTo(new Bill(2, 1.5, 3));
        assertThat(meter.billSince(0)).isEqualTo(new Bill(3, 2, 3));
        assertThat(meter.linesSince(mark)).extracting(RequestLine::operation).containsExactly("PutItem", "Query");
    }

    @Test
    void halves_add_up_without_noise() {
        IntStream.range(0, 1001).forEach(i -> meter.record(line("GetItem", 0.5, 0)));

        assertThat(meter.billSince(0)).hasToString("1001 requests, 500.5 RU, 0 WU");
    }

    @Test
    void bills_add_up() {
        assertThat(new Bill(1, 0.5, 2).plus(new Bill(3, 1, 0)).plus(Bill.ZERO)).isEqualTo(new Bill(4, 1.5, 2));
        assertThat(new Bill(1, 0.5, 2)).hasToString("1 request, 0.5 RU, 2 WU");
    }

    @Test
    void nobody_is_lost_among_threads() {
        IntStream.range(0, 2000).parallel().forEach(i -> meter.record(line("PutItem", 0, 1)));

        assertThat(meter.billSince(0)).isEqualTo(new Bill(2000, 0, 2000));
    }

    @Test
    void old_lines_go_and_the_sum_stays() {
        Meter small = new Meter(2);
        int begin = small.mark();
        small.record(line("GetItem", 0.5, 0));
        int after = small.mark();
        small.record(line("PutItem", 0, 3));
        small.record(line("Query", 1.5, 0));

        assertThat(small.lines()).extracting(RequestLine::operation).containsExactly("PutItem", "Query");
        assertThat(small.billSince(begin)).isEqualTo(new Bill(3, 2, 3));
        assertThat(small.billSince(after)).isEqualTo(new Bill(2, 1.5, 3));
        small.record(line("Query", 1.5, 0));
        assertThatThrownBy(() -> small.linesSince(after)).hasMessageContaining("Mark 1 is too old");
    }

    private static RequestLine line(String operation, double readUnits, double writeUnits) {
        return new RequestLine(operation, "sessions", readUnits, writeUnits, Optional.empty());
    }
}
