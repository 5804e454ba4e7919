package dojo.c02_pure.e1_count_words;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WordsTest {

    @Test
    @Order(1)
    void one_word_is_one(LabTable table, DynamoDbClient ddb) {
        Borrowed.give(ddb, table.name());
        assertThat(new Words().count("hello")).isEqualTo(1);
    }

    @Test
    @Order(2)
    @Costs(requests = 0)
    void two_words_are_two(LabTable table, DynamoDbClient ddb) {
        Borrowed.give(ddb, table.name());
        assertThat(new Words().count("good morning")).isEqualTo(2);
    }

    @Test
    @Order(3)
    void the_table_is_still_there(LabTable table) {
        assertThat(table.items()).isEqualTo(java.util.List.of());
    }
}
