package dojo.c01_sums.e1_catch_the_sum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MyAdderTest {
    @Test
    void nothing_adds_up_to_nothing() {
        assertThat(new Adder().sum()).isZero();
    }
}
