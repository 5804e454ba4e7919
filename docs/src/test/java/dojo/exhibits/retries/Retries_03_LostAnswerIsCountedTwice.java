package dojo.exhibits.retries;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The answer to the first update is lost after the update was done. */
@WithLab(laws = """
                [[faults.rules]]
                fault = "connection-reset"
                moment = "after-commit"
                operation = "UpdateItem"
                nth = 1
                """)
@WithTable
class Retries_03_LostAnswerIsCountedTwice {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("The SDK repeats an update whose answer was lost: a bare increment" + " counts twice.");

    @Test
    void one_call_adds_two(DynamoDbClient ddb, LabTable table, Lab lab) {
        table.put(Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META"), "turn_count", fromN("0")));
        int start = lab.meter().mark();

        ddb.updateItem(update -> update.tableName(table.name())
                .key(Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META")))
                .updateExpression("SET turn_count = turn_count + :one")
                .expressionAttributeValues(Map.of(":one", fromN("1"))));

        int requests = lab.meter().billSince(start).requests();
        var counted = table.items("SESSION#s-42").get(0);
        assertThat(counted).containsEntry("turn_count", fromN("2"));
        assertThat(requests).isEqualTo(2);
        EXHIBIT.modelled("calls", 1);
        EXHIBIT.modelled("requests", requests);
        EXHIBIT.modelled("counted", 2);
    }
}
