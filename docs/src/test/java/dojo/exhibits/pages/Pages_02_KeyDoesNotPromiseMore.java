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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

@WithLab
@WithTable
class Pages_02_KeyDoesNotPromiseMore {

    private static final int TURNS = 3;

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A page that ends at its limit carries a key even if nothing is"
            + " behind it: only a missing key says that this was all.");

    @Test
    void three_items_of_three_come_with_a_key_to_an_empty_page(LabTable table) {
        table.putAll(IntStream.range(0, TURNS)
                .mapToObj(i -> Map.of("PK", fromS("SESSION#s-42"), "SK", fromS("TURN#%05d".formatted(i))))
                .toList());

        var first = page(table, Map.of());
        var second = page(table, first.lastEvaluatedKey());

        assertThat(first.count()).isEqualTo(TURNS);
        assertThat(first.hasLastEvaluatedKey()).isTrue();
        assertThat(second.count()).isZero();
        assertThat(second.hasLastEvaluatedKey()).isFalse();
        EXHIBIT.measured("items", TURNS);
        EXHIBIT.measured("items-on-the-second-page", second.count());
    }

    private static QueryResponse page(LabTable table, Map<String, AttributeValue> from) {
        return table.backstage()
                .query(query -> query.tableName(table.name())
                        .keyConditionExpression("PK = :session")
                        .expressionAttributeValues(Map.of(":session", fromS("SESSION#s-42")))
                        .exclusiveStartKey(from.isEmpty() ? null : from)
                        .limit(TURNS));
    }
}
