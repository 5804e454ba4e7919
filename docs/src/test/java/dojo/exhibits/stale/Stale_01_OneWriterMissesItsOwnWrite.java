package dojo.exhibits.stale;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A write takes 4 ms, a read 2 ms, and a follower is 10 ms behind in the middle: our model. */
@WithLab(laws = """
                [pace]
                [replication]
                """)
@WithTable
class Stale_01_OneWriterMissesItsOwnWrite {

    private static final int TURNS = 200;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A single writer can miss the turn it has just written, if it reads"
            + " eventually consistent; with a strongly consistent read it misses none.");

    @Test
    void one_writer_reads_each_turn_right_after_writing_it(DynamoDbClient ddb, LabTable table, Lab lab) {
        int missedEventual = 0;
        int missedStrong = 0;
        for (int i = 0; i < TURNS; i++) {
            var key = Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("TURN#%05d".formatted(i)));
            ddb.putItem(put -> put.tableName(table.name()).item(key));

            missedEventual += sees(ddb, table, key, false) ? 0 : 1;
            missedStrong += sees(ddb, table, key, true) ? 0 : 1;
            lab.clock().advance(Duration.ofSeconds(1));
        }

        assertThat(missedEventual).isBetween(1, TURNS - 1);
        assertThat(missedStrong).isZero();
        EXHIBIT.modelled("writers", 1);
        EXHIBIT.modelled("turns", TURNS);
        EXHIBIT.modelled("missed-by-eventual-reads", missedEventual);
        EXHIBIT.modelled("missed-by-strong-reads", missedStrong);
    }

    private static boolean sees(DynamoDbClient ddb, LabTable table, Map<String, AttributeValue> key, boolean strong) {
        return ddb.getItem(get -> get.tableName(table.name()).key(key).consistentRead(strong))
                .hasItem();
    }
}
