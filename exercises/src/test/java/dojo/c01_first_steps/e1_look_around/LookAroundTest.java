package dojo.c01_first_steps.e1_look_around;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Answers;
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
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Finds each number itself, in the same table, and compares it with what the learner found. */
@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LookAroundTest {
    private static final String MINAS_SESSION = "SESSION#s-42";

    private final Lab lab;
    private final LabTable table;
    private final Answers answers;

    LookAroundTest(Lab lab, LabTable table, Answers answers) {
        this.lab = lab;
        this.table = table;
        this.answers = answers;
    }

    @BeforeEach
    void fill_the_table() {
        World.fill(table.backstage(), table.name());
    }

    @Test
    @Order(1)
    void the_turns_of_s_42_are_counted() {
        assertThat(answer("turns")).isEqualTo(Integer.toString(sortKeysOfTurns().size()));
    }

    @Test
    @Order(2)
    void the_newest_turn_of_s_42_is_found() {
        List<String> turns = sortKeysOfTurns();
        assertThat(answer("newest")).isEqualTo(turns.get(turns.size() - 1));
    }

    @Test
    @Order(3)
    void the_price_of_reading_s_42_whole_is_read_from_the_bill() {
        int before = lab.meter().mark();
        lab.client()
                .query(query -> query.tableName(table.name())
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(MINAS_SESSION))));
        double readUnits = lab.meter().billSince(before).readUnits();

        assertThat(answer("units")).isEqualTo(Double.toString(readUnits));
    }

    private List<String> sortKeysOfTurns() {
        return table.items(MINAS_SESSION).stream()
                .map(item -> item.get("SK").s())
                .filter(sortKey -> sortKey.startsWith("TURN#"))
                .toList();
    }

    private String answer(String name) {
        String given = answers.get(name).orElse("no answer yet: type /answer " + name + " and what you found");
        return given.strip().replace("\"", "");
    }
}
