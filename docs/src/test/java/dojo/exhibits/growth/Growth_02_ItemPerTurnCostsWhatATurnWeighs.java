package dojo.exhibits.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.exhibits.Plot;
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
        EXHIBIT.measured(bill(chat));
        EXHIBIT.measured("write-units", total);
        EXHIBIT.measured("write-units-of-the-last", total / TURNS);
        EXHIBIT.measured("turns-read", latest.scannedCount());
        EXHIBIT.measured("eventual-units-of-reading", latest.consumedCapacity().capacityUnits());
    }

    /** The same turns into another session, in both ways; Local reports the units of each write. */
    private static Plot bill(Transcripts chat) {
        var bill = Plot.lines("bill")
                .titled(
                        "The bill of a chat as it grows",
                        "The item that grows costs more with every turn, and its bill bends upwards. With an item for"
                                + " each turn the bill is a straight line far below.",
                        "turns so far",
                        "write units so far",
                        "one item that grows",
                        "one item a turn");
        double growing = 0;
        double apart = 0;
        for (int turn = 1; turn <= TURNS; turn++) {
            growing += chat.appendToDocument("s-43", TEXT);
            apart += chat.appendTurn("s-43", turn, TEXT);
            if (turn % 5 == 0) {
                bill.at(turn, growing, apart);
            }
        }
        return bill;
    }
}
