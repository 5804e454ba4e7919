package dojo.exhibits.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.exhibits.Shapes;
import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.junit.Traffic;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;

/** Nearly nothing is saved for bursts, so that only the loan between partitions is seen. */
class Adaptive_01_HotPartitionUsesWhatOthersLeave {

    private static final int PROVISIONED = 16;
    private static final int PARTITIONS = 4;
    private static final int SALES = 480;
    private static final Duration TIME = Duration.ofSeconds(40);

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("With even parts a hot partition ends at its own; with adaptive"
            + " capacity it may use what the others leave, up to the throughput of the table.");

    @Test
    void the_same_sales_are_throttled_with_even_parts_and_taken_with_adaptive_ones() {
        int even = throttled("false");
        int adaptive = throttled("true");

        assertThat(even).isBetween(SALES / 10, SALES / 2);
        assertThat(adaptive).isZero();
        EXHIBIT.modelled("provisioned", PROVISIONED);
        EXHIBIT.modelled("even-part", PROVISIONED / PARTITIONS);
        EXHIBIT.modelled("sales-a-second", (double) SALES / TIME.toSecondsPart());
        EXHIBIT.modelled("sales", SALES);
        EXHIBIT.modelled("throttled-with-even-parts", even);
        EXHIBIT.modelled("throttled-with-adaptive-capacity", adaptive);
    }

    /** Every other sale is that of one shop; the table has room for all of them. */
    private static int throttled(String adaptive) {
        String laws = "[capacity]\nburst = \"2 s\"\nadaptive = " + adaptive;
        try (Lab lab = Lab.under(Laws.parse(laws, "laws"))) {
            lab.client()
                    .createTable(create -> create.tableName("shops")
                            .billingMode(BillingMode.PAY_PER_REQUEST)
                            .attributeDefinitions(Shapes.strings("PK", "SK"))
                            .keySchema(Shapes.key("PK", "SK")));
            var traffic = Traffic.on(lab);
            var load = new Load(traffic.client(), "shops");
            load.provision(PROVISIONED);
            return traffic.throttled(SALES, TIME, i -> load.sale(i % 2 == 0 ? "hot" : "shop-" + i));
        }
    }
}
