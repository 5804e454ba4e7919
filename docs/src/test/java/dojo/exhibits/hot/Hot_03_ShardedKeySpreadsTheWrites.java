package dojo.exhibits.hot;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As before: eight partitions of 4 write units a second. */
@WithLab(laws = """
                [capacity]
                partition-write-units = 4
                on-demand-write-units = 32
                """)
@WithTable
class Hot_03_ShardedKeySpreadsTheWrites {

    private static final int WRITES = 160;
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final int SHARDS = 10;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("With a number added to the partition key the same writes are all"
            + " taken, and a reader has to ask as many times as there are numbers.");

    @Test
    void ten_shards_take_what_one_key_could_not(LabTable table, Lab lab) {
        var traffic = Traffic.on(lab);
        var turns = new Turns(traffic.client(), table.name());

        int throttled = traffic.throttled(WRITES, TIME, i -> turns.say("s-hot#" + i % SHARDS, Turns.rising(i)));
        int found = IntStream.range(0, SHARDS)
                .map(shard -> table.items("SESSION#s-hot#" + shard).size())
                .sum();

        assertThat(throttled).isZero();
        assertThat(found).isEqualTo(WRITES);
        EXHIBIT.modelled("throttled", throttled);
        EXHIBIT.modelled("queries-to-read-it", SHARDS);
    }
}
