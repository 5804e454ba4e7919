package dojo.exhibits.pages;

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
class Pages_01_FirstPageIsNotTheWhole {

    private static final int TURNS = 30;
    private static final int BYTES = 50_000;

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("A query answers with one page of about 1 MB; code that looks at the"
                    + " items and not at the key behind them loses the rest without an error.");

    @Test
    void a_session_of_a_megabyte_and_a_half_has_two_pages(LabTable table) {
        table.putAll(IntStream.range(0, TURNS)
                .mapToObj(i -> Map.of(
                        "PK", fromS("SESSION#s-42"),
                        "SK", fromS("TURN#%05d".formatted(i)),
                        "text", fromS("x".repeat(BYTES))))
                .toList());
        var request = QueryRequest.builder()
                .tableName(table.name())
                .keyConditionExpression("PK = :session")
                .expressionAttributeValues(Map.of(":session", fromS("SESSION#s-42")))
                .build();

        var first = table.backstage().query(request);
        // tag::every-page[]
        var pages = table.backstage().queryPaginator(request).stream().toList();
        // end::every-page[]

        assertThat(first.count()).isLessThan(TURNS);
        assertThat(first.hasLastEvaluatedKey()).isTrue();
        assertThat(pages.stream().mapToInt(QueryResponse::count).sum()).isEqualTo(TURNS);
        EXHIBIT.measured("turns", TURNS);
        EXHIBIT.measured("bytes-each", BYTES);
        EXHIBIT.measured("turns-on-the-first-page", first.count());
        EXHIBIT.measured("turns-lost", TURNS - first.count());
        EXHIBIT.measured("pages", pages.size());
    }
}
