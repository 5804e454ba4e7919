package dojo.exhibits.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

@WithLab
@WithTable
class Filters_02_CountAndProjectionPayAsMuch {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Counting instead of returning, or returning one attribute, leaves"
            + " the bill of a query as it is: both work on what has been read.");

    @Test
    void four_ways_to_ask_for_less_have_one_price(LabTable table) {
        table.putAll(IntStream.range(0, 100)
                .mapToObj(i -> Map.of(
                        "PK", fromS("SHOP#tokyo"),
                        "SK", fromS("TICKET#%05d".formatted(i)),
                        "state", fromS(i % 20 == 0 ? "open" : "done"),
                        "text", fromS("Where is my parcel? ".repeat(8))))
                .toList());

        double whole = units(table, query -> {});
        double counted = units(table, query -> query.select(Select.COUNT));
        double projected = units(table, query -> query.projectionExpression("SK"));
        double filtered = units(
                table,
                query -> query.filterExpression("#state = :open")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(Map.of(":shop", fromS("SHOP#tokyo"), ":open", fromS("open"))));

        assertThat(List.of(counted, projected, filtered)).containsOnly(whole);
        EXHIBIT.measured("items", 100);
        EXHIBIT.measured("strong-units", whole);
        EXHIBIT.measured("strong-units-of-a-count", counted);
        EXHIBIT.measured("strong-units-of-a-projection", projected);
        EXHIBIT.measured("strong-units-of-a-filter", filtered);
    }

    private static double units(LabTable table, Consumer<QueryRequest.Builder> less) {
        var query = QueryRequest.builder()
                .tableName(table.name())
                .keyConditionExpression("PK = :shop")
                .expressionAttributeValues(Map.of(":shop", fromS("SHOP#tokyo")))
                .consistentRead(true)
                .returnConsumedCapacity(TOTAL);
        less.accept(query);
        return table.backstage().query(query.build()).consumedCapacity().capacityUnits();
    }
}
