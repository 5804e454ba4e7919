package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.workbench.check.Millis;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void what_took_long_is_named_and_the_rest_is_added_up() {
        List<Times.Timed> verdicts = new ArrayList<>();
        for (long seed = 1; seed <= 9; seed++) {
            verdicts.add(new Times.Timed("first_query", "solutions/src/main/java", seed, new Millis(40, 60, 100)));
        }
        verdicts.add(new Times.Timed("append_once", "solutions/src/wrong/java/slow", 2, new Millis(100, 1_500, 1_600)));

        assertThat(new Times(verdicts).lines())
                .containsExactly(
                        "exercise                 verdicts  compile      run    quick   median  slowest",
                        "first_query                     9    0.4 s    0.5 s    100 %   100 ms   100 ms",
                        "append_once                     1    0.1 s    1.5 s      0 %  1600 ms  1600 ms",
                        "all                            10    0.5 s    2.0 s     90 %   100 ms  1600 ms",
                        "90 % of the verdicts were quick: they took less than 500 ms; at least 90 % should.",
                        "Too slow: append_once, 1600 ms, solutions/src/wrong/java/slow under seed 2.");
    }

    @Test
    void too_many_that_are_slow_are_said_to_be_too_many() {
        assertThat(new Times(List.of(new Times.Timed("first_query", "a", 1, new Millis(400, 200, 600)))).lines())
                .anyMatch(line -> line.startsWith("0 % of the verdicts") && line.contains("something is slow"));
    }
}
