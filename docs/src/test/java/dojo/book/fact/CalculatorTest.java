package dojo.book.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculatorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3                                   | 7",
                "(1 + 2) * 3 - 4 / 2                         | 7",
                "write-units(1025)                           | 2",
                "write-units(400 * KB)                       | 400",
                "eventual-read-units(10 * 1 * KB)            | 1.5",
                "strong-read-units(100 * 206)                | 6",
                "transactional-read-units(1)                 | 2",
                "33000 * hour / 1000000                      | 118.8",
                "write-dollars(33000 * hour)                 | 74.25",
                "read-dollars(49500 * hour)                  | 22.275",
                "partition-limit / 2                         | 500",
                "ceil(2.1) + floor(2.9) + round(2.6)         | 8",
                "max(2, min(5, 3))                           | 3",
            })
    void an_expression_comes_to_a_number(String expression, double expected) {
        assertThat(evaluate(expression).number()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-such-name + 1 | \"no-such-name\" is no fact",
                "bytes(3)         | \"bytes\" is no function",
                "1 +              | ends too early",
                "(1 + 2           | \")\" is missing",
                "1 2              | nothing can follow",
                "1 % 2            | \"% 2\" cannot be read",
                "1 / 0            | the result is no number",
                "min(1)           | min takes 2, not 1",
            })
    void an_expression_that_makes_no_sense_says_why(String expression, String why) {
        assertThatThrownBy(() -> evaluate(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void what_rests_on_our_model_is_our_model() {
        assertThat(evaluate("partition-limit + 1").basis()).isEqualTo(Fact.Basis.RULE);
        assertThat(evaluate("guess + 1").basis()).isEqualTo(Fact.Basis.MODEL);
    }

    private static Calculator.Value evaluate(String expression) {
        return Calculator.evaluate(expression, name -> switch (name) {
            case "partition-limit" -> Optional.of(new Calculator.Value(1000, Fact.Basis.DOCUMENTED));
            case "guess" -> Optional.of(new Calculator.Value(2, Fact.Basis.MODEL));
            default -> Optional.empty();
        });
    }
}
