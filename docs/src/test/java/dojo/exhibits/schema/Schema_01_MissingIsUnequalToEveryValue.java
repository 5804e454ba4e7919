package dojo.exhibits.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab
@WithTable
class Schema_01_MissingIsUnequalToEveryValue {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("An item without the new attribute is not equal to a value, nor larger, but it is unequal:"
                    + " a reader or a writer that compares has to say what missing means.");

    @Test
    void older_items_are_found_only_by_asking_for_them(LabTable table) {
        table.putAll(IntStream.range(0, 10)
                .mapToObj(i -> {
                    var turn = new HashMap<>(Map.of("PK", fromS("SESSION#s-1"), "SK", fromS("TURN#%05d".formatted(i))));
                    if (i >= 6) {
                        turn.put("channel", fromS(i == 9 ? "phone" : "web"));
                    }
                    return (Map<String, AttributeValue>) turn;
                })
                .toList());

        // tag::older-items[]
        int web = found(table, "channel = :web");
        int webOrOld = found(table, "channel = :web OR attribute_not_exists(channel)");
        // end::older-items[]
        int notBefore = found(table, "channel >= :web");
        int notWeb = found(table, "channel <> :web");

        assertThat(web).isEqualTo(3);
        assertThat(notBefore).isEqualTo(3);
        assertThat(webOrOld).isEqualTo(9);
        assertThat(notWeb).isEqualTo(7);
        // Of an item that is not there, every attribute is missing.
        String nothing = "SESSION#s-2";
        table.backstage()
                .putItem(put -> put.tableName(table.name())
                        .item(Map.of("PK", fromS(nothing), "SK", fromS("TURN#00000")))
                        .conditionExpression("channel <> :web")
                        .expressionAttributeValues(Map.of(":web", fromS("web"))));
        assertThat(table.items(nothing)).hasSize(1);
        EXHIBIT.measured("turns", 10);
        EXHIBIT.measured("found", web);
        EXHIBIT.measured("found-with-the-older-ones", webOrOld);
        EXHIBIT.measured("found-as-unequal", notWeb);
        EXHIBIT.measured("older-ones", 6);
        EXHIBIT.measured("puts-accepted-where-nothing-was", table.items(nothing).size());
    }

    private static int found(LabTable table, String filter) {
        return table.backstage()
                .query(query -> query.tableName(table.name())
                        .keyConditionExpression("PK = :session")
                        .filterExpression(filter)
                        .expressionAttributeValues(Map.of(":session", fromS("SESSION#s-1"), ":web", fromS("web"))))
                .count();
    }
}
