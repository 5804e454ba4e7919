package dojo.exhibits.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab
@WithTable(globalIndexes = @GlobalIndex(name = "inverted", partitionKey = "SK", sortKey = "PK"))
class Relations_01_InvertedIndexReadsTheOtherWay {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("One item for each edge and an index with the keys exchanged answer"
            + " both directions with a query; heads under one fixed sort key meet in one collection of that index.");

    @Test
    void both_directions_are_one_query(LabTable table) {
        for (String team : List.of("TEAM#red", "TEAM#blue", "TEAM#gold")) {
            put(table, team, "HEAD");
            put(table, team, "USER#ada");
        }
        double edge = put(table, "TEAM#red", "USER#bob");

        // tag::both-ways[]
        int members = count(
                table,
                "PK = :team AND begins_with(SK, :user)",
                Map.of(":team", fromS("TEAM#red"), ":user", fromS("USER#")),
                null);
        int teams = count(
                table,
                "SK = :user AND begins_with(PK, :team)",
                Map.of(":user", fromS("USER#ada"), ":team", fromS("TEAM#")),
                "inverted");
        // end::both-ways[]
        int heads = count(table, "SK = :head", Map.of(":head", fromS("HEAD")), "inverted");

        assertThat(members).isEqualTo(2);
        assertThat(teams).isEqualTo(3);
        assertThat(heads).isEqualTo(3);
        assertThat(edge).isEqualTo(2);
        EXHIBIT.measured("members", members);
        EXHIBIT.measured("teams", teams);
        EXHIBIT.measured("heads-in-one-collection", heads);
        EXHIBIT.measured("write-units-of-an-edge", edge);
    }

    private static double put(LabTable table, String partition, String sort) {
        return table.backstage()
                .putItem(put -> put.tableName(table.name())
                        .item(Map.of("PK", fromS(partition), "SK", fromS(sort)))
                        .returnConsumedCapacity(TOTAL))
                .consumedCapacity()
                .capacityUnits();
    }

    private static int count(
            LabTable table, String condition, Map<String, AttributeValue> values, @Nullable String index) {
        return table.backstage()
                .query(query -> query.tableName(table.name())
                        .indexName(index)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(values))
                .count();
    }
}
