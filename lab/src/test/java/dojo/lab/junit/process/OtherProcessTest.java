package dojo.lab.junit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.junit.LabTable;
import dojo.lab.junit.OtherProcess;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Outside the package of the class under test: a process loads its work's package anew. */
@WithLab
@WithTable
class OtherProcessTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    private final DynamoDbClient ddb;
    private final OtherProcess other;
    private final String table;

    OtherProcessTest(DynamoDbClient ddb, LabTable table) {
        this.ddb = ddb;
        this.table = table.name();
        other = OtherProcess.with(ddb, table.name(), CLOCK);
    }

    @Test
    void it_has_the_table_and_none_of_the_memory() {
        Remembered.WORDS.add("here");
        ddb.putItem(put ->
                put.tableName(table).item(Map.of("PK", AttributeValue.fromS("a"), "SK", AttributeValue.fromS("b"))));

        assertThat(other.does(Count.class)).containsExactly(0, 1);
        assertThat(other.does(Count.class)).as("each is a process of its own").containsExactly(0, 1);
        assertThat(Remembered.WORDS).containsExactly("here");
    }

    @Test
    void its_own_failure_is_met_here() {
        assertThatThrownBy(() -> other.does(Failing.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
    }

    static final class Remembered {
        static final List<String> WORDS = new ArrayList<>();
    }

    static final class Count implements OtherProcess.Work<List<Integer>> {
        @Override
        public List<Integer> run(DynamoDbClient ddb, String table, InstantSource clock) {
            List<Integer> seen = List.of(
                    Remembered.WORDS.size(),
                    ddb.scan(scan -> scan.tableName(table)).count());
            Remembered.WORDS.add("there");
            return seen;
        }
    }

    static final class Failing implements OtherProcess.Work<String> {
        @Override
        public String run(DynamoDbClient ddb, String table, InstantSource clock) {
            throw new IllegalStateException("no");
        }
    }
}
