package dojo.exhibits.mrsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@WithLab(laws = """
        [regions]
        tables = "all"
        mode = "strong"
        """)
@WithTable
class Mrsc_01_ConditionSeesEveryRegion {

    private static final Map<String, AttributeValue> PLACE =
            Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("TURN#00007"));

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("With strong consistency between Regions the second writer of one"
            + " place is refused, wherever it writes, and pays with time rather than with a lost turn.");

    @Test
    void the_second_region_is_refused_and_each_write_takes_longer(Lab lab, LabTable table) {
        var east = lab.in("us-east-1").client();
        var west = lab.in("us-west-2").client();
        var start = lab.clock().instant();

        append(east, table.name(), "Yes, volume two is in stock.");
        long millis = Duration.between(start, lab.clock().instant()).toMillis();
        Throwable refused = catchThrowable(() -> append(west, table.name(), "No, volume two is sold out."));
        var read = west.getItem(get -> get.tableName(table.name()).key(PLACE).consistentRead(true))
                .item();

        assertThat(refused).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(read).containsEntry("text", fromS("Yes, volume two is in stock."));
        assertThat(millis).isPositive();
        EXHIBIT.modelled("acknowledged", 1);
        EXHIBIT.modelled("error", refused.getClass().getSimpleName());
        EXHIBIT.modelled("milliseconds-added-to-a-write", (double) millis);
    }

    private static void append(DynamoDbClient region, String table, String text) {
        var turn = new HashMap<>(PLACE);
        turn.put("text", fromS(text));
        region.putItem(put -> put.tableName(table).item(turn).conditionExpression("attribute_not_exists(PK)"));
    }
}
