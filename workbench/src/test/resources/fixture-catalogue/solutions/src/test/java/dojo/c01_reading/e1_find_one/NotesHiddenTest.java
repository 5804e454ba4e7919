package dojo.c01_reading.e1_find_one;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NotesHiddenTest {

    @Test
    @Order(1)
    void a_stranger_has_no_notes(DynamoDbClient ddb, LabTable table, Seed seed, Inputs inputs) {
        String stranger = inputs.given("stranger", seed.id("stranger"));
        table.put(Map.of(
                "PK", AttributeValue.fromS("cleo"),
                "SK", AttributeValue.fromS("NOTE#1"),
                "text", AttributeValue.fromS("hello")));
        assertThat(new Notes(ddb, table.name()).of(stranger)).isEmpty();
    }
}
