package dojo.exhibits.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@WithLab
@WithTable
class Lease_01_ExpiredHolderStillWrites {

    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A lease keeps two workers from holding it, not from writing: the one"
                    + " that slept past its time overwrites the work of the one that took over.");

    @Test
    void the_worker_that_slept_overwrites_its_successor(DynamoDbClient ddb, LabTable table) {
        var summaries = new Summaries(ddb, table.name());
        summaries.acquire("ada", NINE);
        Throwable tooEarly = catchThrowable(() -> summaries.acquire("ben", NINE.plusSeconds(29)));
        summaries.acquire("ben", NINE.plusSeconds(31));
        summaries.save("by ben, turns 1 to 40");

        summaries.save("by ada, turns 1 to 20");

        var summary = table.items("SESSION#s-42").get(1);
        assertThat(tooEarly).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(summary).containsEntry("summary_text", fromS("by ada, turns 1 to 20"));
        EXHIBIT.measured("error-while-it-is-held", tooEarly.getClass().getSimpleName());
        EXHIBIT.measured("late-writes-accepted", 1);
    }
}
