package dojo.exhibits.shards;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Shards_02_GatherAsksEveryShard {

    private static final int VOTES = 20;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "What was written under ten keys is read with ten queries, and each of them has a least price.");

    @Test
    void ten_shards_are_ten_queries(Lab lab, LabTable table) {
        var one = new Busy(lab.client(), table.name(), 1);
        var ten = new Busy(lab.client(), table.name(), 10);
        IntStream.range(0, VOTES).forEach(i -> {
            one.vote("encore", "v-" + i);
            ten.vote("finale", "v-" + i);
        });

        int mark = lab.meter().mark();
        var fromOne = one.votes("encore");
        var priceOfOne = lab.meter().billSince(mark);
        mark = lab.meter().mark();
        var fromTen = ten.votes("finale");
        var priceOfTen = lab.meter().billSince(mark);

        assertThat(fromOne).hasSize(VOTES);
        assertThat(fromTen).hasSize(VOTES);
        assertThat(priceOfOne.requests()).isEqualTo(1);
        assertThat(priceOfTen.requests()).isEqualTo(10);
        EXHIBIT.measured("votes", VOTES);
        EXHIBIT.measured("requests", priceOfTen.requests());
        EXHIBIT.byRule("eventual-units", priceOfTen.readUnits());
        EXHIBIT.byRule("eventual-units-from-one-key", priceOfOne.readUnits());
    }
}
