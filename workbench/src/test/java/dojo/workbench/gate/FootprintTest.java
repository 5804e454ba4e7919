package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.bill.Bill;
import dojo.workbench.check.Passed;
import org.junit.jupiter.api.Test;

class FootprintTest {
    private static final String STORED = "PutItem table-2: stored, 1 WU (TurnLog.java:31)";
    private static final String REFUSED = "PutItem table-2: ConditionalCheckFailedException, 1 WU (TurnLog.java:31)";

    @Test
    void who_was_first_in_a_race_does_not_tell_two_answers_apart() {
        assertThat(after(STORED, REFUSED)).isEqualTo(after(REFUSED, STORED));
    }

    @Test
    void another_request_does_and_so_does_one_more() {
        assertThat(after(STORED)).isNotEqualTo(after(REFUSED)).isNotEqualTo(after(STORED, STORED));
    }

    private static Footprint after(String... requests) {
        return Footprint.of(Passed.priced(Bill.ZERO, "", requests));
    }
}
