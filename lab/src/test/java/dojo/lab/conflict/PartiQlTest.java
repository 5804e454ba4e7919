package dojo.lab.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What can be told of a statement.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.html">PartiQL for
 *     DynamoDB</a>
 */
class PartiQlTest {

    @Test
    void an_update_names_its_item_after_where() {
        assertThat(of("UPDATE \"Music\" SET AwardsWon=1 SET AwardDetail={'Grammys': 'x'}"
                        + " WHERE Artist='Acme Band' AND SongTitle='PartiQL Rocks'"))
                .isEqualTo(new PartiQl("Music", Map.of("Artist", s("Acme Band"), "SongTitle", s("PartiQL Rocks"))));
    }

    @Test
    void an_insert_names_its_item_in_its_value() {
        assertThat(of("INSERT INTO Music VALUE {'Artist' : 'O''Neill', 'Year': -12.5, 'm': {'Artist': 'inside'}}"))
                .isEqualTo(new PartiQl("Music", Map.of("Artist", s("O'Neill"), "Year", AttributeValue.fromN("-12.5"))));
    }

    @Test
    void parameters_are_counted_from_the_first_question_mark() {
        assertThat(of("UPDATE Music SET a=? WHERE \"Artist\"=? AND note <> '?'", s("one"), s("two")))
                .isEqualTo(new PartiQl("Music", Map.of("Artist", s("two"))));
    }

    @Test
    void a_condition_of_a_transaction_is_a_statement_too() {
        assertThat(of("EXISTS(SELECT * FROM \"Music\" WHERE \"Artist\" = 'a' AND Awards IS MISSING)"))
                .isEqualTo(new PartiQl("Music", Map.of("Artist", s("a"))));
    }

    @Test
    void what_leaves_a_choice_names_no_item() {
        assertThat(of("SELECT * FROM Music WHERE Artist = 'a' OR Artist = 'b'"))
                .isEqualTo(new PartiQl("Music", Map.of()));
        assertThat(of("SELECT * FROM Music WHERE Artist IN ['a', 'b']")).isEqualTo(new PartiQl("Music", Map.of()));
    }

    @Test
    void what_is_no_statement_names_nothing() {
        for (String text : List.of("", "UPDATE", "'UPDATE Music'", "FROM 'x'", "?? {{ : = }}", "WHERE = =", ": 1")) {
            assertThat(PartiQl.of(text, List.of())).as(text).isEmpty();
        }
        assertThat(PartiQl.of(null, List.of())).isEmpty();
        // More question marks than parameters.
        assertThat(of("UPDATE Music SET a=? WHERE Artist=?", s("only one"))).isEqualTo(new PartiQl("Music", Map.of()));
    }

    private static PartiQl of(String statement, AttributeValue... parameters) {
        Optional<PartiQl> found = PartiQl.of(statement, List.of(parameters));
        return found.orElseThrow();
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }
}
