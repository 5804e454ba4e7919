package dojo.exhibits.unique;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Race;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable(globalIndexes = @GlobalIndex(name = "by-handle", partitionKey = "handle"))
class Unique_01_IndexLooksAndTwoRegister {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Two customers who look in an index first and write then get the"
            + " same handle; the index takes both, for its keys need not be unique.");

    @Test
    void both_find_the_handle_free_and_both_have_it(DynamoDbClient ddb, LabTable table) throws Exception {
        Race race = Race.on(ddb);
        var handles = new Handles(race.client(), table.name());

        List<Boolean> told = race.run(
                () -> handles.registerAfterLooking("c-1", "mina"), () -> handles.registerAfterLooking("c-2", "mina"));
        int owners = table.backstage()
                .scan(scan -> scan.tableName(table.name()).indexName("by-handle"))
                .count();

        assertThat(told).containsExactly(true, true);
        assertThat(owners).isEqualTo(2);
        EXHIBIT.measured("owners-of-one-handle", owners);
    }
}
