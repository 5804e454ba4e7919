package dojo.exhibits.home;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab(laws = """
        [regions]
        tables = "all"
        """)
@WithTable
class Home_01_TwoRegionsWinOnePlace {

    private static final Map<String, AttributeValue> PLACE =
            Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("TURN#00007"));

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("With eventual consistency between Regions, each checks a condition"
            + " against its own copy: both writers are told yes, and one turn is overwritten.");

    @Test
    void both_are_acknowledged_and_one_is_gone(Lab lab, LabTable table) {
        var east = lab.in("us-east-1").client();
        var west = lab.in("us-west-2").client();

        append(east, table.name(), "Yes, volume two is in stock.");
        lab.clock().advance(Duration.ofMillis(20));
        append(west, table.name(), "No, volume two is sold out.");
        lab.clock().advance(Duration.ofMinutes(1));

        var kept =
                Stream.of(east, west).map(region -> turn(region, table.name())).toList();
        assertThat(kept.get(0)).isEqualTo(kept.get(1)).isEqualTo(fromS("No, volume two is sold out."));
        EXHIBIT.modelled("acknowledged", 2);
        EXHIBIT.modelled("kept", Set.copyOf(kept).size());
    }

    // tag::regional-condition[]
    static void append(DynamoDbClient ddb, String table, String text) {
        var turn = new HashMap<>(PLACE);
        turn.put("text", fromS(text));
        var none = "attribute_not_exists(PK)";
        ddb.putItem(put -> put.tableName(table).item(turn).conditionExpression(none));
    }
    // end::regional-condition[]

    private static AttributeValue turn(DynamoDbClient ddb, String table) {
        return ddb.getItem(get -> get.tableName(table).key(PLACE).consistentRead(true))
                .item()
                .getOrDefault("text", fromS("nothing"));
    }
}
