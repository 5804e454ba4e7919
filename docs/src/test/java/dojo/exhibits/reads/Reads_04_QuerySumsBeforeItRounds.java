package dojo.exhibits.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.item.ItemSize;
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
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

@WithLab
@WithTable
class Reads_04_QuerySumsBeforeItRounds {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A Query adds up the bytes of its page and rounds once; a"
            + " BatchGetItem rounds every item up to 4 KB and then adds.");

    @Test
    void ten_turns_cost_a_query_three_units_and_a_batch_ten(LabTable table) {
        List<Map<String, AttributeValue>> turns =
                IntStream.range(0, 10).mapToObj(i -> turn(i)).toList();
        assertThat(turns).allSatisfy(turn -> assertThat(ItemSize.bytes(turn)).isEqualTo(1_024));
        table.putAll(turns);

        double query = query(table, true);
        double eventual = query(table, false);
        double batch = batch(table, turns);

        assertThat(query).isEqualTo(3.0);
        assertThat(eventual).isEqualTo(1.5);
        assertThat(batch).isEqualTo(10.0);
        EXHIBIT.measured("items", turns.size());
        EXHIBIT.byRule("bytes-each", 1_024);
        EXHIBIT.measured("query-strong-units", query);
        EXHIBIT.measured("query-eventual-units", eventual);
        EXHIBIT.measured("batch-strong-units", batch);
    }

    private static Map<String, AttributeValue> turn(int position) {
        String partition = "SESSION#s-42";
        String sort = "TURN#%05d".formatted(position);
        int rest = 1_024 - "PK".length() - partition.length() - "SK".length() - sort.length() - "content".length();
        return Map.of("PK", fromS(partition), "SK", fromS(sort), "content", fromS("x".repeat(rest)));
    }

    private static double query(LabTable table, boolean strong) {
        return table.backstage()
                .query(query -> query.tableName(table.name())
                        .keyConditionExpression("PK = :session")
                        .expressionAttributeValues(Map.of(":session", fromS("SESSION#s-42")))
                        .consistentRead(strong)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .capacityUnits();
    }

    private static double batch(LabTable table, List<Map<String, AttributeValue>> turns) {
        var keys = turns.stream()
                .map(turn -> Map.of("PK", turn.get("PK"), "SK", turn.get("SK")))
                .toList();
        var wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
        return table.backstage()
                .batchGetItem(get -> get.requestItems(Map.of(table.name(), wanted))
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .get(0)
                .capacityUnits();
    }
}
