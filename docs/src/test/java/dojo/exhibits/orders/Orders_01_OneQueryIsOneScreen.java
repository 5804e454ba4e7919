package dojo.exhibits.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab
@WithTable
class Orders_01_OneQueryIsOneScreen {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("An order with its lines and its payments in one item collection is"
            + " one query; a table for each kind asks as often as there are kinds.");

    @Test
    void the_order_screen_is_one_request(Lab lab, LabTable table) {
        table.putAll(IntStream.range(0, 8)
                .mapToObj(i -> item("ORDER#o-7", "LINE#%03d".formatted(i)))
                .toList());
        table.put(item("ORDER#o-7", "ORDER"));
        table.put(item("ORDER#o-7", "PAYMENT#1"));

        int mark = lab.meter().mark();
        // tag::order-screen[]
        var screen = lab.client()
                .query(query -> query.tableName(table.name())
                        .keyConditionExpression("PK = :order")
                        .expressionAttributeValues(Map.of(":order", fromS("ORDER#o-7"))));
        // end::order-screen[]
        var bill = lab.meter().billSince(mark);

        var kinds = screen.items().stream()
                .map(item -> item.getOrDefault("SK", fromS("")).s().replaceAll("#.*", ""))
                .collect(Collectors.toSet());
        assertThat(kinds).isEqualTo(Set.of("ORDER", "LINE", "PAYMENT"));
        assertThat(bill.requests()).isEqualTo(1);
        EXHIBIT.measured("items", screen.count());
        EXHIBIT.measured("kinds", kinds.size());
        EXHIBIT.measured("requests", bill.requests());
        EXHIBIT.byRule("eventual-units", bill.readUnits());
    }

    private static Map<String, AttributeValue> item(String partition, String sort) {
        return Map.of("PK", fromS(partition), "SK", fromS(sort), "text", fromS("x".repeat(200)));
    }
}
