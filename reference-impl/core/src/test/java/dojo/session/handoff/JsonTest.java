package dojo.session.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void what_must_be_escaped_is_escaped_as_in_rfc_8785_and_nothing_else() {
        assertThat(Json.canonical(Map.of("string", "€$\017\nA'B\"\\\\\"/")))
                .isEqualTo("{\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void names_are_sorted_by_their_utf_16_code_units_as_in_rfc_8785() {
        Map<String, Object> object = Map.of(
                "\u20ac", "Euro Sign",
                "\r", "Carriage Return",
                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(Json.canonical(object))
                .containsSubsequence(
                        "Carriage Return",
                        "One",
                        "Control",
                        "Latin Small Letter O With Diaeresis",
                        "Euro Sign",
                        "Emoji: Grinning Face",
                        "Hebrew Letter Dalet With Dagesh");
    }

    @Test
    void an_object_comes_back_as_it_was() {
        Map<String, Object> object = Map.of("a", 12L, "b", List.of("x", "y"), "c", Map.of("d", "e"));

        assertThat(Json.parse(Json.canonical(object))).isEqualTo(Optional.of(object));
        assertThat(Json.parse(" { \"b\" : [\"x\",\n\"y\"], \"c\":{\"d\":\"\\u0065\"}, \"a\":12 } "))
                .isEqualTo(Optional.of(object));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "12",
                "{\"a\":1.5}",
                "{\"a\":true}",
                "{\"a\":null}",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":99999999999999999999}",
                "{\"a\":",
                "{a:1}",
                "{\"a\":1} x",
                "{\"a\":NaN}",
                "{\"a\":\"\001\"}"
            })
    void anything_else_is_no_object_of_ours(String text) {
        assertThat(Json.parse(text)).isEmpty();
    }
}
