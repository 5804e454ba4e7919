package dojo.exhibits.retries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The same lost answer, to an update that says from which version it starts. */
@WithLab(laws = """
                [[faults.rules]]
                fault = "connection-reset"
                moment = "after-commit"
                operation = "UpdateItem"
                nth = 1
                """)
@WithTable
class Retries_04_ConditionTurnsTheSecondIntoARefusal {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("With a condition the repeated update changes nothing and is refused,"
                    + " although the call succeeded: the caller has to recognise its own write.");

    @Test
    void the_refusal_carries_the_item_and_the_item_says_who_wrote_it(DynamoDbClient ddb, LabTable table) {
        table.put(Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META"), "turn_count", fromN("6")));

        var refusal = catchThrowableOfType(
                ConditionalCheckFailedException.class, () -> count(ddb, table.name(), "request-9", 6));

        assertThat(refusal.item()).containsEntry("turn_count", fromN("7")).containsEntry("by", fromS("request-9"));
        EXHIBIT.modelled("error", refusal.getClass().getSimpleName());
        EXHIBIT.modelled("counted", 7 - 6);
    }

    // tag::recognisable[]
    private static void count(DynamoDbClient ddb, String table, String id, int read) {
        ddb.updateItem(update -> update.tableName(table)
                .key(Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("META")))
                .updateExpression("SET turn_count = :next, #by = :request")
                .conditionExpression("turn_count = :read")
                .expressionAttributeNames(Map.of("#by", "by"))
                .expressionAttributeValues(Map.of(
                        ":read", fromN(String.valueOf(read)),
                        ":next", fromN(String.valueOf(read + 1)),
                        ":request", fromS(id)))
                .returnValuesOnConditionCheckFailure(ALL_OLD));
    }
    // end::recognisable[]
}
