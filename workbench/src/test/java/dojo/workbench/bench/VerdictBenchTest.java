package dojo.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictBenchTest {

    @Test
    void ten_exercises_are_taken_from_the_first_to_the_last() {
        assertThat(VerdictBench.spread(numbers(37))).containsExactly(0, 4, 8, 12, 16, 20, 24, 28, 32, 36);
        assertThat(VerdictBench.spread(numbers(12)))
                .hasSize(10)
                .startsWith(0)
                .endsWith(11)
                .doesNotHaveDuplicates();
    }

    @Test
    void of_fewer_all_are_taken() {
        assertThat(VerdictBench.spread(numbers(3))).containsExactly(0, 1, 2);
        assertThat(VerdictBench.spread(numbers(1))).containsExactly(0);
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
