package dojo.exhibits.timeouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The first put is stored, and its answer gets lost. */
@WithLab(laws = """
        [[faults.rules]]
        fault = "connection-reset"
        moment = "after-commit"
        operation = "PutItem"
        nth = 1
        """)
@WithTable
class Timeouts_01_PutIsRefusedByItsOwnSuccess {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("After a lost answer the SDK sends the put again, and the condition"
            + " refuses it because of what the first attempt stored.");

    @Test
    void one_call_succeeds_and_reports_a_refusal(Lab lab, LabTable table) {
        var orders = new Orders(lab.client(), table.name());

        var refused =
                catchThrowableOfType(ConditionalCheckFailedException.class, () -> orders.putOnce("o-7", "request-1"));
        int requests = lab.meter().total().requests();
        boolean mine = orders.placed("o-7", "request-1");
        boolean another = orders.placed("o-7", "request-2");

        assertThat(refused).isNotNull();
        assertThat(requests).isEqualTo(2);
        assertThat(table.items("ORDER#o-7"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("request")).isEqualTo(fromS("request-1")));
        assertThat(mine).isTrue();
        assertThat(another).isFalse();
        EXHIBIT.modelled("requests", requests);
        EXHIBIT.modelled("items", table.items("ORDER#o-7").size());
        EXHIBIT.measured("error", refused.getClass().getSimpleName());
    }
}
