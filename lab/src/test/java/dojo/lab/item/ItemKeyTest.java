package dojo.lab.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1E0", "0.1e1", "001", "+1"})
    void all_spellings_of_a_number_are_one_key(String spelling) {
        assertThat(number(spelling).canonical()).isEqualTo(number("1").canonical());
    }

    @Test
    void a_key_is_said_by_its_values_alone() {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        key.put("PK", AttributeValue.fromS("SESSION#42"));
        key.put("SK", AttributeValue.fromN("7"));

        assertThat(new ItemKey("turns", key).words()).isEqualTo("turns SESSION#42 7");
        assertThat(ItemKey.words(Map.of("PK", AttributeValue.fromS("x".repeat(81)))))
                .isEqualTo("x".repeat(80) + "…");
    }

    @Test
    void a_number_a_text_and_a_binary_value_that_look_alike_are_three_keys() {
        assertThat(new String[] {
                    number("1").canonical(),
                    new ItemKey("sessions", Map.of("pk", AttributeValue.fromS("1"))).canonical(),
                    new ItemKey("sessions", Map.of("pk", AttributeValue.fromB(SdkBytes.fromUtf8String("1"))))
                            .canonical()
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void a_line_break_in_a_value_does_not_make_two_keys_one() {
        // Both would be a line "AttributeValue(S=a)", then one with b, then one with c.
        String first = text("a)\nAttributeValue(S=b", "c");
        String second = text("a", "b)\nAttributeValue(S=c");

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void a_key_without_a_value_is_left_to_the_store_to_refuse() {
        assertThat(new ItemKey("sessions", Collections.singletonMap("pk", null)).canonical())
                .isEqualTo("sessions\n");
    }

    private static ItemKey number(String spelling) {
        return new ItemKey("sessions", Map.of("pk", AttributeValue.fromN(spelling)));
    }

    private static String text(String partition, String sort) {
        return new ItemKey("sessions", Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort)))
                .canonical();
    }
}
