package dojo.exhibits.units;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.bill.Prices;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable(globalIndexes = @GlobalIndex(name = "by-customer", partitionKey = "GSI1PK", sortKey = "GSI1SK"))
class Units_02_TurnIsThreeWrites {

    private static final int TURNS_A_SECOND = 33_000;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A turn with a counter beside it and an index over the counter's item"
                    + " is three write units, so the plan for the put alone is a third of the bill.");

    @Test
    void the_put_the_counter_and_the_index_entry_are_one_unit_each(DynamoDbClient ddb, Lab lab, LabTable table) {
        var meta = Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META"));
        ddb.putItem(put -> put.tableName(table.name())
                .item(Map.of(
                        "PK",
                        fromS("SESSION#s-42"),
                        "SK",
                        fromS("META"),
                        "turns",
                        fromN("0"),
                        "GSI1PK",
                        fromS("CUSTOMER#c-9"),
                        "GSI1SK",
                        fromS("2026-11-22T09:00:00Z"))));
        int mark = lab.meter().mark();

        ddb.putItem(put -> put.tableName(table.name())
                .item(Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("TURN#00001"), "text", fromS("Hello."))));
        double put = lab.meter().billSince(mark).writeUnits();
        ddb.updateItem(update -> update.tableName(table.name())
                .key(meta)
                .updateExpression("ADD turns :one")
                .expressionAttributeValues(Map.of(":one", fromN("1"))));
        double turn = lab.meter().billSince(mark).writeUnits();

        assertThat(put).isEqualTo(1);
        assertThat(turn).isEqualTo(3);
        EXHIBIT.byRule("units-of-the-put", put);
        EXHIBIT.byRule("units-of-a-turn", turn);
        EXHIBIT.byRule("turns-a-second", TURNS_A_SECOND);
        EXHIBIT.byRule("units-a-second", turn * TURNS_A_SECOND);
        EXHIBIT.byRule("dollars-an-hour-of-the-put", hour(put));
        EXHIBIT.byRule("dollars-an-hour", hour(turn));
        EXHIBIT.byRule("price-as-of", String.valueOf(Prices.onDemand().asOf()));
    }

    private static double hour(double unitsOfATurn) {
        return Math.rint(100 * Prices.onDemand().ofMillions(unitsOfATurn * TURNS_A_SECOND * 3_600 / 1e6, 0)) / 100.0;
    }
}
