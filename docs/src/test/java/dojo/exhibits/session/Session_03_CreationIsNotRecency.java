package dojo.exhibits.session;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable(globalIndexes = @GlobalIndex(name = "by-customer", partitionKey = "GSI1PK", sortKey = "GSI1SK"))
class Session_03_CreationIsNotRecency {

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("An index whose sort key is set at creation returns sessions in the order of their"
                    + " creation: one that was used again stays where it was.");

    @Test
    void the_session_used_last_comes_back_second(LabTable table) {
        create(table, "s-old", "2026-11-20");
        create(table, "s-new", "2026-11-21");

        set(table, "s-old", "updated_at", "2026-11-22");
        int place = newestFirst(table).indexOf("SESSION#s-old") + 1;
        set(table, "s-old", "GSI1SK", "2026-11-22");

        assertThat(place).isEqualTo(2);
        assertThat(newestFirst(table)).first().isEqualTo("SESSION#s-old");
        EXHIBIT.measured("place-of-the-latest", place);
    }

    private static void create(LabTable table, String session, String day) {
        table.put(Map.of(
                "PK", fromS("SESSION#" + session),
                "SK", fromS("META"),
                "GSI1PK", fromS("c-9"),
                "GSI1SK", fromS(day),
                "updated_at", fromS(day)));
    }

    private static void set(LabTable table, String session, String attribute, String day) {
        table.backstage()
                .updateItem(update -> update.tableName(table.name())
                        .key(Map.of("PK", fromS("SESSION#" + session), "SK", fromS("META")))
                        .updateExpression("SET #day = :day")
                        .expressionAttributeNames(Map.of("#day", attribute))
                        .expressionAttributeValues(Map.of(":day", fromS(day))));
    }

    private static List<String> newestFirst(LabTable table) {
        return table
                .backstage()
                .query(query -> query.tableName(table.name())
                        .indexName("by-customer")
                        .keyConditionExpression("GSI1PK = :customer")
                        .expressionAttributeValues(Map.of(":customer", fromS("c-9")))
                        .scanIndexForward(false))
                .items()
                .stream()
                .map(item -> Objects.requireNonNull(item.get("PK")).s())
                .toList();
    }
}
