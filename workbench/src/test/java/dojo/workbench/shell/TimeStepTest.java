package dojo.workbench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStepTest {
    @ParameterizedTest
    @CsvSource({
        "+3h, PT3H",
        "2d, PT48H",
        "+1h30m, PT1H30M",
        "+1 h 30 min, PT1H30M",
        "+500ms, PT0.5S",
        "90S, PT1M30S",
        "PT3H, PT3H",
        "+0s, PT0S"
    })
    void steps_are_read_as_people_write_them(String typed, Duration step) {
        assertThat(TimeStep.parse(typed)).contains(step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "h", "-3h", "+3y", "3h-", "tomorrow", "p", "-PT3H", "PT-3H", "+1.5h"})
    void anything_else_is_none(String typed) {
        assertThat(TimeStep.parse(typed)).isEmpty();
    }

    @Test
    void the_largest_numbers_do_not_overflow() {
        assertThat(TimeStep.parse("+999999999d")).isPresent();
    }
}
