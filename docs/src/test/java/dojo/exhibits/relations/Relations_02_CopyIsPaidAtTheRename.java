package dojo.exhibits.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

@WithLab
@WithTable(globalIndexes = @GlobalIndex(name = "inverted", partitionKey = "SK", sortKey = "PK"))
class Relations_02_CopyIsPaidAtTheRename {

    private static final int EDGES = 20;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A copied name saves a read for each edge when the list is shown, and"
                    + " costs a write of the table and of the index for each edge when it changes.");

    @Test
    void a_list_is_cheap_or_a_rename_is(LabTable table) {
        var ddb = table.backstage();
        IntStream.range(0, EDGES).mapToObj(i -> "TEAM#%02d".formatted(i)).forEach(team -> {
            table.put(item(team, team, "Red"));
            table.put(item(team, "USER#ada", "Red"));
        });

        double list = ddb.query(query -> query.tableName(table.name())
                        .indexName("inverted")
                        .keyConditionExpression("SK = :user AND begins_with(PK, :team)")
                        .expressionAttributeValues(Map.of(":user", fromS("USER#ada"), ":team", fromS("TEAM#")))
                        .returnConsumedCapacity(TOTAL))
                .consumedCapacity()
                .capacityUnits();
        var heads = IntStream.range(0, EDGES)
                .mapToObj(i -> "TEAM#%02d".formatted(i))
                .map(team -> Map.of("PK", fromS(team), "SK", fromS(team)))
                .toList();
        var names = KeysAndAttributes.builder().keys(heads).build();
        double fetch = ddb
                .batchGetItem(
                        get -> get.requestItems(Map.of(table.name(), names)).returnConsumedCapacity(TOTAL))
                .consumedCapacity()
                .stream()
                .mapToDouble(ConsumedCapacity::capacityUnits)
                .sum();
        double rename = ddb.updateItem(update -> update.tableName(table.name())
                        .key(Map.of("PK", fromS("TEAM#00"), "SK", fromS("USER#ada")))
                        .updateExpression("SET team_name = :name")
                        .expressionAttributeValues(Map.of(":name", fromS("Crimson")))
                        .returnConsumedCapacity(TOTAL))
                .consumedCapacity()
                .capacityUnits();

        assertThat(list).isEqualTo(0.5);
        assertThat(fetch).isEqualTo(EDGES * 0.5);
        assertThat(rename).isEqualTo(2);
        EXHIBIT.measured("edges", EDGES);
        EXHIBIT.measured("read-units-of-the-list", list);
        EXHIBIT.measured("read-units-of-the-heads", fetch);
        EXHIBIT.measured("write-units-of-one-renamed-edge", rename);
    }

    private static Map<String, AttributeValue> item(String partition, String sort, String name) {
        return Map.of("PK", fromS(partition), "SK", fromS(sort), "team_name", fromS(name));
    }
}
