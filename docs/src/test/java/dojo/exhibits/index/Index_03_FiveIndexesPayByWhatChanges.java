package dojo.exhibits.index;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

@WithLab
@WithTable(
        globalIndexes = {
            @GlobalIndex(
                    name = "open-by-shop",
                    partitionKey = "state",
                    sortKey = "shop",
                    projection = ProjectionType.INCLUDE,
                    include = "note"),
            @GlobalIndex(
                    name = "open-by-clerk",
                    partitionKey = "state",
                    sortKey = "clerk",
                    projection = ProjectionType.INCLUDE,
                    include = "note"),
            @GlobalIndex(
                    name = "open-by-day",
                    partitionKey = "state",
                    sortKey = "day",
                    projection = ProjectionType.INCLUDE,
                    include = "note"),
            @GlobalIndex(name = "by-shop", partitionKey = "shop", projection = ProjectionType.KEYS_ONLY),
            @GlobalIndex(name = "by-clerk", partitionKey = "clerk", projection = ProjectionType.KEYS_ONLY)
        })
class Index_03_FiveIndexesPayByWhatChanges {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("With five indexes an update pays for the entries it changes: all,"
            + " some or none of them, and twice where the changed attribute is a key.");

    @Test
    void the_same_table_has_four_prices_for_an_update(LabTable table) {
        double created = change(table, "SET #state = :v, shop = :v, clerk = :v, #day = :v, note = :v", "open");
        double nowhere = units(table, "SET reply = :v", Map.of(), "soon");
        double copied = units(table, "SET note = :v", Map.of(), "called back");
        double key = units(table, "SET #state = :v", Map.of("#state", "state"), "done");

        assertThat(created).isEqualTo(6);
        assertThat(nowhere).isEqualTo(1);
        assertThat(copied).isEqualTo(4);
        assertThat(key).isEqualTo(7);
        EXHIBIT.measured("indexes", 5);
        EXHIBIT.measured("write-units-of-a-new-item", created);
        EXHIBIT.measured("write-units-copied-nowhere", nowhere);
        EXHIBIT.measured("write-units-copied-to-three", copied);
        EXHIBIT.measured("write-units-key-of-three", key);
    }

    private static double change(LabTable table, String expression, String value) {
        return units(table, expression, Map.of("#state", "state", "#day", "day"), value);
    }

    private static double units(LabTable table, String expression, Map<String, String> names, String value) {
        return table.backstage()
                .updateItem(update -> update.tableName(table.name())
                        .key(Map.of("PK", fromS("TICKET#t-7"), "SK", fromS("META")))
                        .updateExpression(expression)
                        .expressionAttributeNames(names.isEmpty() ? null : names)
                        .expressionAttributeValues(Map.of(":v", fromS(value)))
                        .returnConsumedCapacity(TOTAL))
                .consumedCapacity()
                .capacityUnits();
    }
}
