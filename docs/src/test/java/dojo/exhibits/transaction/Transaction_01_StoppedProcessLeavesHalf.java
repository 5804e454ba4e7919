package dojo.exhibits.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.StoppedProcess;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

@WithLab
@WithTable
class Transaction_01_StoppedProcessLeavesHalf {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Two writes, each with a condition, are not one: a process that"
            + " stops between them leaves a session without its first turn.");

    @Test
    void the_head_of_a_session_is_left_alone(DynamoDbClient ddb, LabTable table, Lab lab) {
        int start = lab.meter().mark();
        new Openings(ddb, table.name()).inTwoWrites("s-41");
        var price = lab.meter().billSince(start);

        var dying = new Openings(StoppedProcess.after(1, ddb), table.name());
        Throwable stop = catchThrowable(() -> dying.inTwoWrites("s-42"));
        Throwable again = catchThrowable(() -> new Openings(ddb, table.name()).inTwoWrites("s-42"));

        assertThat(stop).isInstanceOf(StoppedProcess.class);
        assertThat(table.items("SESSION#s-42")).containsExactly(Openings.item("s-42", "META"));
        assertThat(again).isInstanceOf(ConditionalCheckFailedException.class);
        EXHIBIT.measured("items", table.items("SESSION#s-42").size());
        EXHIBIT.measured("error-of-the-next-attempt", again.getClass().getSimpleName());
        EXHIBIT.byRule("write-units", price.writeUnits());
    }
}
