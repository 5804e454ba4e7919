package dojo.exhibits.shards;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All limits a hundredth of the service's, so that a minute of traffic is a few hundred requests. */
@WithLab(laws = """
        [capacity]
        scale = 0.01
        burst = "2 s"
        """)
@WithTable
class Shards_01_OneKeyIsOnePartition {

    private static final int WRITES_A_SECOND = 20;
    private static final int VOTES = 30 * WRITES_A_SECOND;
    private static final Duration TIME = Duration.ofSeconds(30);

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("Writes to one partition key share the limit of one partition, while"
                    + " the table as a whole has room; under ten keys the same writes pass.");

    @Test
    void twice_the_limit_of_a_partition_is_throttled_and_ten_shards_take_it(Lab lab, LabTable table) {
        var traffic = Traffic.on(lab);
        var one = new Busy(traffic.client(), table.name(), 1);
        var ten = new Busy(traffic.client(), table.name(), 10);

        int throttled = traffic.throttled(VOTES, TIME, i -> one.vote("encore", "v-" + i));
        lab.clock().advance(Duration.ofMinutes(1));
        int throttledOfTen = traffic.throttled(VOTES, TIME, i -> ten.vote("finale", "v-" + i));

        assertThat(throttled).isBetween(VOTES / 3, VOTES * 2 / 3);
        assertThat(throttledOfTen).isZero();
        EXHIBIT.modelled("writes-a-second", WRITES_A_SECOND);
        EXHIBIT.modelled("limit-of-the-partition", 10);
        int share = 100 * throttled / VOTES;
        EXHIBIT.modelled("share-throttled-percent", share);
        EXHIBIT.modelled("throttled-with-ten-shards", throttledOfTen);
    }
}
