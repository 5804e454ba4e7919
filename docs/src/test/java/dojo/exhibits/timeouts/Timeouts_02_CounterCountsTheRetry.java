package dojo.exhibits.timeouts;

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

/** The first update is carried out, and its answer gets lost. */
@WithLab(laws = """
        [[faults.rules]]
        fault = "internal-server-error"
        moment = "after-commit"
        operation = "UpdateItem"
        nth = 1
        """)
@WithTable
class Timeouts_02_CounterCountsTheRetry {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A counter that is changed by what it holds counts the SDK's own retry; nobody is told.");

    @Test
    void one_sale_takes_two_from_the_stock(Lab lab, LabTable table) {
        table.put(Map.of("PK", fromS("ARTICLE#vol-2"), "SK", fromS("STOCK"), "stock", fromN("10")));
        var orders = new Orders(lab.client(), table.name());

        orders.takeOne("vol-2");

        var stock = table.items("ARTICLE#vol-2").get(0).getOrDefault("stock", fromN("0"));
        assertThat(stock).isEqualTo(fromN("8"));
        EXHIBIT.modelled("calls", 1);
        EXHIBIT.modelled("requests", lab.meter().total().requests());
        EXHIBIT.modelled("taken", 10 - Integer.parseInt(stock.n()));
    }
}
