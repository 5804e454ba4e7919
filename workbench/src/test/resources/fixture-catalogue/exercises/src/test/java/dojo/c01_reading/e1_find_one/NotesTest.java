package dojo.c01_reading.e1_find_one;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NotesTest {

    @BeforeEach
    void two_owners_with_two_notes_each(LabTable table) {
        for (String owner : List.of("ana", "ben")) {
            for (int n = 1; n <= 2; n++) {
                table.put(Map.of(
                        "PK", AttributeValue.fromS(owner),
                        "SK", AttributeValue.fromS("NOTE#" + n),
                        "text", AttributeValue.fromS(owner + " " + n + " " + "x".repeat(3000))));
            }
        }
    }

    @Test
    @Order(1)
    void answers_with_notes(DynamoDbClient ddb, LabTable table) {
        assertThat(new Notes(ddb, table.name()).of("ben")).isNotEmpty();
    }

    @Test
    @Order(2)
    void finds_the_notes_of_one_owner(DynamoDbClient ddb, LabTable table) {
        assertThat(new Notes(ddb, table.name()).of("ben")).extracting(Note::owner).containsExactly("ben", "ben");
    }

    @Test
    @Order(3)
    @Costs(requests = 1, readUnits = 1.0, writeUnits = 0)
    void costs_one_unit(DynamoDbClient ddb, LabTable table) {
        new Notes(ddb, table.name()).of("ana");
    }
}
