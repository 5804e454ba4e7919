package dojo.c01_first_steps.e1_look_around;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.junit.Answers;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Finds each fact itself, in the same table; a failure says what an answer counted, never what it should be. */
@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LookAroundTest {
    private static final String MINAS_SESSION = "SESSION#s-42";

    private static final Map<String, String> WHAT_IT_COUNTS = Map.of(
            "8", "That is the number of items; META and SUMMARY are not turns.",
            "12", "That is what META counted when they were said; some were removed since.",
            "TURN#000007", "That is the oldest: items come in the order of SK, smallest first.",
            "4.0", "That is the price of eight single reads; one Query adds their bytes up first.",
            "3.0", "That is a Scan of the whole table, or a strongly consistent read.");

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
        check("turns", Integer.toString(sortKeysOfTurns().size()));
    }

    @Test
    @Order(2)
    void the_newest_turn_of_s_42_is_found() {
        List<String> turns = sortKeysOfTurns();
        check("newest", turns.get(turns.size() - 1));
    }

    @Test
    @Order(3)
    void the_price_of_reading_s_42_whole_is_read_from_the_bill() {
        int before = lab.meter().mark();
        lab.client()
                .query(query -> query.tableName(table.name())
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(MINAS_SESSION))));
        check("units", Double.toString(lab.meter().billSince(before).readUnits()));
    }

    private List<String> sortKeysOfTurns() {
        return table.items(MINAS_SESSION).stream()
                .map(item -> Objects.requireNonNull(item.get("SK")).s())
                .filter(sortKey -> sortKey.startsWith("TURN#"))
                .toList();
    }

    private void check(String name, String right) {
        String found = answers.get(name)
                .map(answer -> judge(name, answer.strip().replace("\"", ""), right))
                .orElse("no answer named " + name + ": type /answer " + name + " and what you found");
        assertThat(found).isEqualTo("right");
    }

    private static String judge(String name, String answer, String right) {
        String why = WHAT_IT_COUNTS.getOrDefault(answer, "Look once more.");
        return answer.equals(right) ? "right" : name + " is not " + answer + ". " + why;
    }
}
