package dojo.lab.local;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.local.Correction.Place;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrectionTest {

    @ParameterizedTest
    @EnumSource
    void each_says_what_is_right_and_which_page_settles_it(Correction correction) {
        assertThat(correction.says()).contains("Local").endsWith(".");
        assertThat(URI.create(correction.source()).getHost()).isEqualTo("docs.aws.amazon.com");
    }

    @Test
    void those_in_the_path_have_a_switch_each() {
        long switches = CorrectionSettings.class.getRecordComponents().length;

        assertThat(Arrays.stream(Correction.values()).filter(correction -> correction.place() == Place.PATH))
                .hasSize((int) switches);
    }
}
