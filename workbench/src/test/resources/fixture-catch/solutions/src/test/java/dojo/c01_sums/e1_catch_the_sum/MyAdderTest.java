package dojo.c01_sums.e1_catch_the_sum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MyAdderTest {
    @Test
    void adds() {
        assertThat(new Adder().sum(2, 3)).isEqualTo(5);
    }

    @Test
    void subtracts_what_is_negative() {
        assertThat(new Adder().sum(2, -3)).isEqualTo(-1);
    }
}
