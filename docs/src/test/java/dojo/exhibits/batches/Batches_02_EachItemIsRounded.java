package dojo.exhibits.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

@WithLab
@WithTable
class Batches_02_EachItemIsRounded {

    private static final int ITEMS = 40;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "A batch of reads saves round trips and no units: each item is rounded up by itself, where a query rounds"
                    + " their sum.");

    @Test
    void forty_small_items_cost_forty_reads_and_a_query_of_them_one(LabTable table) {
        List<Map<String, AttributeValue>> turns = IntStream.range(0, ITEMS)
                .mapToObj(i -> Map.of(
                        "PK", fromS("SESSION#s-1"), "SK", fromS("TURN#%05d".formatted(i)), "text", fromS("hello")))
                .toList();
        table.putAll(turns);
        List<Map<String, AttributeValue>> keys = turns.stream()
                .map(turn -> Map.of("PK", turn.get("PK"), "SK", turn.get("SK")))
                .toList();

        var batch = table.backstage()
                .batchGetItem(get -> get.requestItems(Map.of(
                                table.name(),
                                KeysAndAttributes.builder()
                                        .keys(keys)
                                        .consistentRead(true)
                                        .build()))
                        .returnConsumedCapacity(TOTAL));
        var query = table.backstage()
                .query(one -> one.tableName(table.name())
                        .keyConditionExpression("PK = :session")
                        .expressionAttributeValues(Map.of(":session", fromS("SESSION#s-1")))
                        .consistentRead(true)
                        .returnConsumedCapacity(TOTAL));

        double ofBatch = batch.consumedCapacity().get(0).capacityUnits();
        double ofQuery = query.consumedCapacity().capacityUnits();
        assertThat(batch.responses().get(table.name())).hasSize(ITEMS);
        assertThat(query.count()).isEqualTo(ITEMS);
        assertThat(ofBatch).isEqualTo(ITEMS);
        assertThat(ofQuery).isEqualTo(1);
        EXHIBIT.measured("items", ITEMS);
        EXHIBIT.measured("strong-units", ofBatch);
        EXHIBIT.measured("strong-units-of-the-query", ofQuery);
    }
}
