package dojo.exhibits.session;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithLab
@WithTable
class Session_01_ReverseQueryLosesTheHead {

    private static final int TURNS_WANTED = 10;
    private static final int LIMIT = TURNS_WANTED + 5;
    private static final Instant TOMORROW = Instant.parse("2026-11-24T00:00:00Z");

    @RegisterExtension
    static final Exhibit EXHIBIT =
            Exhibit.claiming("In reverse order all turns come before the summary and the head, so one query with a"
                    + " limit loses first the head and then the summary, for good.");

    @Test
    void a_session_outgrows_the_room_for_its_head_and_its_summary(LabTable table) {
        table.putAll(List.of(Items.head(TOMORROW), Items.summary()));
        List<Integer> withHead = new ArrayList<>();
        List<Integer> withSummary = new ArrayList<>();

        for (int turns = 1; turns <= LIMIT + 1; turns++) {
            table.put(Items.turn(turns, TOMORROW));
            List<String> loaded = newestFirst(table);
            if (loaded.contains("META")) {
                withHead.add(turns);
            }
            if (loaded.contains("SUMMARY#w-1")) {
                withSummary.add(turns);
            }
        }

        assertThat(withHead.get(withHead.size() - 1)).isEqualTo(13);
        assertThat(withSummary.get(withSummary.size() - 1)).isEqualTo(14);
        EXHIBIT.measured("limit", LIMIT);
        EXHIBIT.measured("turns-without-head", withHead.size() + 1);
        EXHIBIT.measured("turns-without-summary", withSummary.size() + 1);
    }

    private static List<String> newestFirst(LabTable table) {
        return table
                .backstage()
                .query(query -> query.tableName(table.name())
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", fromS(Items.PK)))
                        .scanIndexForward(false)
                        .limit(LIMIT))
                .items()
                .stream()
                .map(item -> Objects.requireNonNull(item.get("SK")).s())
                .toList();
    }
}
