package dojo.lab.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How warm a table is by its description, when nobody has asked it for anything else. */
class WarmthTest {

    /**
     * On-demand tables take twice their previous peak.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html">On-demand
     *     capacity mode</a>
     */
    @Test
    void half_an_hour_after_a_peak_a_table_is_described_as_warm_for_its_double() {
        try (var lab = new Throttled(CapacitySettings.real().scaledBy(0.01))) {
            lab.onDemand();
            for (int i = 0; i < 1_800; i++) {
                lab.client().putItem(Throttled.put("t-" + i, "s"));
                lab.pass(Duration.ofMinutes(1).dividedBy(1_800));
            }
            assertEquals(40, writeUnits(lab), "as a new one of this scale");

            lab.pass(Duration.ofMinutes(31));

            assertEquals(60, writeUnits(lab), "twice thirty a second");
        }
    }

    private static long writeUnits(Throttled lab) {
        return lab.client()
                .describeTable(describe -> describe.tableName(Throttled.TABLE))
                .table()
                .warmThroughput()
                .writeUnitsPerSecond();
    }
}
