package dojo.exhibits.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
class Pages_03_OffsetRepeatsAndPaysAgain {

    private static final int TURNS = 50;
    private static final int PAGE = 10;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("An offset pays for all pages before the one it shows, and shows a"
            + " turn twice if another was added in between; a key does neither.");

    @Test
    void the_fifth_page_costs_five_and_the_second_repeats_a_turn(DynamoDbClient ddb, LabTable table, Lab lab) {
        var backstage = new History(table.backstage(), table.name());
        IntStream.range(0, TURNS).forEach(backstage::say);
        var history = new History(ddb, table.name());

        var fourth = history.byOffset(3 * PAGE, PAGE);
        int start = lab.meter().mark();
        var fifth = history.byOffset(4 * PAGE, PAGE);
        double offsetUnits = lab.meter().billSince(start).readUnits();
        start = lab.meter().mark();
        var fifthByKey = history.behind(fourth.get(PAGE - 1), PAGE);
        double keyUnits = lab.meter().billSince(start).readUnits();

        var shown = history.byOffset(0, PAGE);
        backstage.say(TURNS);
        int repeated = (int)
                history.byOffset(PAGE, PAGE).stream().filter(shown::contains).count();
        int repeatedByKey = (int) history.behind(shown.get(PAGE - 1), PAGE).stream()
                .filter(shown::contains)
                .count();

        assertThat(fifthByKey).isEqualTo(fifth);
        assertThat(offsetUnits).isGreaterThan(3 * keyUnits);
        assertThat(repeated).isEqualTo(1);
        assertThat(repeatedByKey).isZero();
        EXHIBIT.byRule("units-of-page-five-by-offset", offsetUnits);
        EXHIBIT.byRule("units-of-page-five-by-key", keyUnits);
        EXHIBIT.measured("turns-shown-twice-by-offset", repeated);
        EXHIBIT.measured("turns-shown-twice-by-key", repeatedByKey);
    }
}
