package dojo.exhibits.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Deletion ten minutes after expiry at the latest: our model, and sooner than the service promises. */
@WithLab(laws = """
                [expiry]
                average-lag = "1 min"
                longest-lag = "10 min"
                """)
@WithTable(timeToLive = "ttl")
class Session_02_HeadExpiresUnderItsTurns {

    private static final Duration DAY = Duration.ofHours(24);

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("If each turn gets a day to live and the head keeps its first day, the head is deleted"
                    + " under a session that is in use, and counting its turns fails.");

    @Test
    void a_day_after_its_creation_the_head_is_gone_and_the_latest_turns_are_not(LabTable table, Lab lab) {
        lab.clock().advance(Duration.ofHours(2));
        table.put(Items.head(lab.clock().instant().plus(DAY)));
        for (int turn = 1; turn <= 5; turn++) {
            lab.clock().advance(Duration.ofHours(4));
            table.put(Items.turn(turn, lab.clock().instant().plus(DAY)));
        }
        lab.clock().advance(Duration.ofHours(5));

        DynamoDbException error = catchThrowableOfType(DynamoDbException.class, () -> count(table));

        assertThat(table.items(Items.PK)).hasSize(5);
        EXHIBIT.modelled("turns-left", table.items(Items.PK).size());
        EXHIBIT.measured("error", error.awsErrorDetails().errorCode());
    }

    private static void count(LabTable table) {
        table.backstage()
                .updateItem(update -> update.tableName(table.name())
                        .key(Map.of("PK", fromS(Items.PK), "SK", fromS("META")))
                        .updateExpression("SET turn_count = turn_count + :one")
                        .expressionAttributeValues(Map.of(":one", fromN("1"))));
    }
}
