package dojo.lab.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "3|3",
                "3.0|3",
                "3.|3",
                ".5|0.5",
                "0.50|0.5",
                "0,5|0.5",
                ",5|0.5",
                "1/2|0.5",
                "1 / 2|0.5",
                "½|0.5",
                "+2|2",
                " 10 |10",
                "\"1.5\"|1.5",
                "0,125|0.125",
                "1000|1000",
                "22,5|22.5"
            })
    void a_number_is_read_however_it_is_spelt(String typed, String read) {
        assertThat(WrittenNumber.of(typed)).hasToString(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 RU|write 4 alone",
                "4RU|write 4 alone",
                "1.5 read units|write 1.5 alone",
                "2 WCU|write 2 alone",
                "8 KB|write 8 alone",
                "$5|write 5 alone",
                "-1|below zero",
                "\u22121|below zero",
                "half|is not a number; write it in digits",
                "NaN|is not a number; write it in digits",
                "Infinity|is not a number",
                "?|is not a number",
                "1,000|write 1000 or 1.000",
                "1 000|write 1000 in one piece",
                "1,000,000|write 1000000 in one piece",
                "5 or 6|is not one number",
                "5-6|is not one number",
                "~5|is not one number",
                "1e3|is not one number",
                "1/0|divides by zero",
                "99999999999999|is not one number",
                "1234567890123456789012345678901234567890123|too long",
                "''|Nothing was typed"
            })
    void anything_else_is_refused_with_what_to_write_instead(String typed, String sentence) {
        assertThat(WrittenNumber.of(typed))
                .isInstanceOfSatisfying(
                        WrittenNumber.Refused.class,
                        refused -> assertThat(refused.sentence())
                                .contains(sentence)
                                .endsWith("."));
    }
}
