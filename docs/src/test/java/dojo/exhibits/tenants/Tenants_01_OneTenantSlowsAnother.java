package dojo.exhibits.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Traffic;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Limits a hundredth of the service's: the new table takes forty write units a second. */
@WithLab(laws = """
        [capacity]
        scale = 0.01
        burst = "2 s"
        """)
@WithTable
class Tenants_01_OneTenantSlowsAnother {

    private static final int SECONDS = 30;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Tenants of one table share its capacity: one that imports at full"
            + " speed has others throttled, who write once a second.");

    @Test
    void the_quiet_tenant_is_throttled_as_well(Lab lab, LabTable table) {
        var traffic = Traffic.on(lab);
        int quiet = 0;
        for (int second = 0; second < SECONDS; second++) {
            int now = second;
            traffic.throttled(80, Duration.ofMillis(900), i -> write(traffic, table, "import", now * 80 + i));
            quiet += traffic.throttled(1, Duration.ofMillis(100), i -> write(traffic, table, "quiet", now));
        }

        assertThat(quiet).isGreaterThan(SECONDS / 4);
        EXHIBIT.modelled("writes-of-the-quiet-one", SECONDS);
        EXHIBIT.modelled("throttled-of-the-quiet-one", quiet);
    }

    /** Many sessions a tenant: no single key is hot. */
    private static void write(Traffic traffic, LabTable table, String tenant, int i) {
        traffic.client()
                .putItem(put -> put.tableName(table.name())
                        .item(Map.of("PK", fromS("TENANT#%s#SESSION#%d".formatted(tenant, i)), "SK", fromS("META"))));
    }
}
