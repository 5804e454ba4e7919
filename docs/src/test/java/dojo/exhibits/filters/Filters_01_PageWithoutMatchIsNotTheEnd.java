package dojo.exhibits.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

@WithLab
@WithTable
class Filters_01_PageWithoutMatchIsNotTheEnd {

    private static final int ALL = 100;
    private static final int LIMIT = 10;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A limit counts the items read, before the filter: a page can be"
            + " empty and still say where to go on, and the matches may stand on the last one.");

    @Test
    void the_first_page_is_empty_and_the_last_has_what_is_sought(LabTable table) {
        table.putAll(IntStream.range(0, ALL)
                .mapToObj(i -> Map.of(
                        "PK", fromS("SHOP#tokyo"),
                        "SK", fromS("TICKET#%05d".formatted(i)),
                        "state", fromS(i < ALL - 5 ? "done" : "open")))
                .toList());

        // tag::page-of-ten[]
        var values = Map.of(":shop", fromS("SHOP#tokyo"), ":open", fromS("open"));
        var request = QueryRequest.builder()
                .tableName(table.name())
                .keyConditionExpression("PK = :shop")
                .filterExpression("#state = :open")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(values)
                .limit(LIMIT)
                .build();
        // end::page-of-ten[]
        var first = table.backstage().query(request);
        var pages = table.backstage().queryPaginator(request).stream().toList();

        assertThat(first.items()).isEmpty();
        assertThat(first.scannedCount()).isEqualTo(LIMIT);
        assertThat(first.hasLastEvaluatedKey()).isTrue();
        int found = pages.stream().mapToInt(QueryResponse::count).sum();
        int empty = (int) pages.stream().filter(page -> page.count() == 0).count();
        assertThat(found).isEqualTo(5);
        EXHIBIT.measured("limit", LIMIT);
        EXHIBIT.measured("items-on-the-first-page", first.count());
        EXHIBIT.measured("items-read-for-it", first.scannedCount());
        EXHIBIT.measured("requests-to-the-end", pages.size());
        EXHIBIT.measured("empty-pages", empty);
        EXHIBIT.measured("items-found", found);
    }
}
