package dojo.exhibits.index;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.INDEXES;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

@WithLab
@WithTable(
        globalIndexes =
                @GlobalIndex(
                        name = "by-customer",
                        partitionKey = "GSI1PK",
                        sortKey = "GSI1SK",
                        projection = ProjectionType.INCLUDE,
                        include = {"a", "b", "c", "d", "e"}))
class Index_01_WriteIsPaidByTheEntry {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A write pays an index for the change of its entry: one unit for any"
                    + " number of projected attributes, two for a new key, none if the entry stays as it is.");

    @Test
    void five_kinds_of_change_have_four_prices(LabTable table) {
        double created = change(table, "SET GSI1PK = :v, GSI1SK = :v, a = :v, b = :v, c = :v", "1");
        double five = change(table, "SET a = :v, b = :v, c = :v, d = :v, e = :v", "2");
        double again = change(table, "SET a = :v, b = :v, c = :v, d = :v, e = :v", "2");
        double notCopied = change(table, "SET note = :v", "3");
        double key = change(table, "SET GSI1SK = :v", "4");
        double removed = change(table, "REMOVE GSI1SK SET note = :v", "5");

        assertThat(created).isEqualTo(1);
        assertThat(five).isEqualTo(1);
        assertThat(again).isZero();
        assertThat(notCopied).isZero();
        assertThat(key).isEqualTo(2);
        assertThat(removed).isEqualTo(1);
        EXHIBIT.measured("index-units-of-a-new-entry", created);
        EXHIBIT.measured("index-units-of-five-attributes", five);
        EXHIBIT.measured("index-units-of-the-same-values", again);
        EXHIBIT.measured("index-units-of-an-attribute-that-is-not-copied", notCopied);
        EXHIBIT.measured("index-units-of-a-new-key", key);
        EXHIBIT.measured("index-units-of-leaving", removed);
    }

    /** The write units that the index took. */
    private static double change(LabTable table, String expression, String value) {
        var used = table.backstage()
                .updateItem(update -> update.tableName(table.name())
                        .key(Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META")))
                        .updateExpression(expression)
                        .expressionAttributeValues(Map.of(":v", fromS(value)))
                        .returnConsumedCapacity(INDEXES))
                .consumedCapacity()
                .globalSecondaryIndexes();
        return used.values().stream().mapToDouble(Capacity::capacityUnits).sum();
    }
}
