package dojo.exhibits.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@WithLab
@WithTable
class Append_02_TimestampKeyLosesTurnOfSameMillisecond {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Two different turns in one millisecond share a key: the second is"
            + " refused, and whoever takes the refusal for a duplicate loses it.");

    @Test
    void the_second_turn_of_a_millisecond_is_refused(DynamoDbClient ddb, LabTable table, Lab lab) {
        var log = new TimestampKeyedLog(ddb, table.name());
        int before = lab.meter().mark();
        long sameMillisecond = 1_763_800_000_123L;

        log.append("s-42", "r-7", "Do you have volume two?", sameMillisecond);
        Throwable refusal = catchThrowable(() -> log.append("s-42", "r-8", "Yes, two copies.", sameMillisecond));

        assertThat(refusal).isInstanceOf(ConditionalCheckFailedException.class);
        var stored = table.items("SESSION#s-42");
        assertThat(stored).hasSize(1);
        EXHIBIT.measured("sent", lab.meter().billSince(before).requests());
        EXHIBIT.measured("stored", stored.size());
        EXHIBIT.measured("error", refusal.getClass().getSimpleName());
    }
}
