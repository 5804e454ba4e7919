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
class Growth_01_OneItemIsRewrittenForEveryTurn {

    private static final int TURNS = 40;
    private static final String TEXT = "x".repeat(900);

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Adding a turn to a list in one item is billed for the whole item,"
            + " so each turn of a chat costs more than the one before.");

    @Test
    void forty_turns_in_one_item_cost_the_sum_of_all_lengths(LabTable table) {
        var chat = new Transcripts(table.backstage(), table.name());

        double[] units = IntStream.range(0, TURNS)
                .mapToDouble(i -> chat.appendToDocument("s-42", TEXT))
                .toArray();
        double total = IntStream.range(0, TURNS).mapToDouble(i -> units[i]).sum();
        double reading = chat.readDocument("s-42");

        assertThat(units[0]).isEqualTo(1);
        assertThat(units).isSorted();
        assertThat(total).isGreaterThan(15 * TURNS);
        EXHIBIT.measured("turns", TURNS);
        EXHIBIT.measured("bytes-each", TEXT.length());
        EXHIBIT.measured("write-units-of-the-first", units[0]);
        EXHIBIT.measured("write-units-of-the-last", units[TURNS - 1]);
        EXHIBIT.measured("write-units", total);
        EXHIBIT.measured("eventual-units-of-reading", reading);
    }
}
