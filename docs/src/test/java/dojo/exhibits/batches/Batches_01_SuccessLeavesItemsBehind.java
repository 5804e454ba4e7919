package dojo.exhibits.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The first batch is carried out in part, as the service does when a partition has no room for all of it. */
@WithLab(laws = """
        [[faults.rules]]
        fault = "partial-batch"
        operation = "BatchWriteItem"
        share = 0.5
        nth = 1
        """)
@WithTable
class Batches_01_SuccessLeavesItemsBehind {

    private static final int ITEMS = 25;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A batch that stored only some of its items is a success to the SDK:"
                    + " no exception, no retry, and the rest comes back as unprocessed.");

    @Test
    void no_error_tells_that_items_are_missing(Lab lab, LabTable table) {
        List<WriteRequest> writes = IntStream.range(0, ITEMS)
                .mapToObj(i -> WriteRequest.builder()
                        .putRequest(put ->
                                put.item(Map.of("PK", fromS("SESSION#s-1"), "SK", fromS("TURN#%05d".formatted(i)))))
                        .build())
                .toList();

        var answer = lab.client().batchWriteItem(write -> write.requestItems(Map.of(table.name(), writes)));
        int stored = table.items().size();
        int requests = lab.meter().total().requests();
        var left = answer.unprocessedItems().getOrDefault(table.name(), List.of());
        storeRest(lab.client(), table.name(), left);

        assertThat(stored).isBetween(1, ITEMS - 1);
        assertThat(left).hasSize(ITEMS - stored);
        assertThat(requests).isEqualTo(1);
        assertThat(table.items()).hasSize(ITEMS);
        EXHIBIT.modelled("items", ITEMS);
        EXHIBIT.modelled("stored", stored);
        EXHIBIT.modelled("requests", requests);
    }

    // tag::until-nothing-is-left[]
    /** A real one pauses between rounds, longer each time, and gives up after some. */
    static void storeRest(DynamoDbClient ddb, String table, List<WriteRequest> rest) {
        var left = rest;
        while (!left.isEmpty()) {
            var batch = left;
            left = ddb.batchWriteItem(write -> write.requestItems(Map.of(table, batch)))
                    .unprocessedItems()
                    .getOrDefault(table, List.of());
        }
    }
    // end::until-nothing-is-left[]
}
