package dojo.exhibits.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Growth_02_ItemPerTurnCostsWhatATurnWeighs {

    private static final int TURNS = 40;
    private static final int LATEST = 10;
    private static final String TEXT = "x".repeat(900);

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("With an item for each turn the fortieth turn costs what the first"
            + " did, and the latest ten are read without the others.");

    @Test
    void forty_turns_cost_forty_units_and_ten_are_read_alone(LabTable table) {
        var chat = new Transcripts(table.backstage(), table.name());

        double total = IntStream.range(0, TURNS)
                .mapToDouble(i -> chat.appendTurn("s-42", i, TEXT))
                .sum();
        var latest = chat.latest("s-42", LATEST);

        assertThat(total).isEqualTo(TURNS);
        assertThat(latest.count()).isEqualTo(LATEST);
        assertThat(latest.scannedCount()).isEqualTo(LATEST);
        EXHIBIT.measured("write-units", total);
        EXHIBIT.measured("write-units-of-the-last", total / TURNS);
        EXHIBIT.measured("turns-read", latest.scannedCount());
        EXHIBIT.measured("eventual-units-of-reading", latest.consumedCapacity().capacityUnits());
    }
}
