package dojo.lab.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Row 2.13 of the capacity rules, and 2.14: what storage adds is no part of it. */
class ItemSizeTest {

    private static final int NAME = 1;

    @ParameterizedTest(name = "2.13 {0}: {2} bytes")
    @MethodSource
    void a_value_of_each_type_takes(String what, AttributeValue value, int bytes) {
        assertThat(ItemSize.bytes(Map.of("v", value))).isEqualTo(NAME + bytes);
    }

    static Stream<Arguments> a_value_of_each_type_takes() {
        return Stream.of(
                arguments("S, its UTF-8 bytes", s("turn"), 4),
                arguments("S, empty", s(""), 0),
                arguments("S, two bytes for é and four for an emoji", s("é🎌"), 6),
                arguments("N, two digits and one", n("42"), 2),
                arguments("B, raw bytes, not base64", binary(30), 30),
                arguments("BOOL", AttributeValue.fromBool(false), 1),
                arguments("NULL", AttributeValue.fromNul(true), 1),
                arguments("SS, elements only", AttributeValue.fromSs(List.of("a", "bb")), 3),
                arguments("NS, elements only", AttributeValue.fromNs(List.of("7", "123")), 2 + 3),
                arguments("BS, elements only", AttributeValue.fromBs(List.of(bytes(5), bytes(6))), 11),
                arguments("L, empty", AttributeValue.fromL(List.of()), 3),
                arguments("L, 3 and for each element 1", AttributeValue.fromL(List.of(s("ab"), n("7"))), 3 + 3 + 3),
                arguments("M, empty", AttributeValue.fromM(Map.of()), 3),
                arguments(
                        "M, 3 and for each entry 1, its name and its value",
                        AttributeValue.fromM(Map.of("key", s("ab"))),
                        3 + 1 + 3 + 2),
                arguments(
                        "L in M in L",
                        AttributeValue.fromL(
                                List.of(AttributeValue.fromM(Map.of("in", AttributeValue.fromL(List.of(s("x"))))))),
                        3 + 1 + (3 + 1 + 2 + (3 + 1 + 1))));
    }

    @ParameterizedTest(name = "2.13 N {0}: {1} bytes")
    @CsvSource({
        "0, 1",
        "7, 2",
        "10, 2",
        "100, 2",
        "123, 3",
        "-12, 3",
        "1.5, 3",
        "0.005, 2",
        "0.0123, 3",
        "100.5, 4",
        "1700000001, 6",
        "1700000000, 2",
        "1E125, 2",
        "-1E-130, 3",
        "12345678901234567890123456789012345678, 20",
        "-1.2345678901234567890123456789012345678, 21"
    })
    void a_number_takes_a_byte_for_two_digits_and_one(String number, int bytes) {
        assertThat(ItemSize.bytes(Map.of("v", n(number)))).isEqualTo(NAME + bytes);
    }

    @ParameterizedTest(name = "2.13 {0} is spelt as {1}")
    @CsvSource({"1.0, 1", "1E3, 1000", "-0.50, -0.5", "+5, 5", "00120, 120"})
    void a_number_takes_the_same_however_it_is_spelt(String number, String same) {
        assertThat(ItemSize.bytes(Map.of("v", n(number)))).isEqualTo(ItemSize.bytes(Map.of("v", n(same))));
    }

    @Test
    void row_2_13_names_count_in_utf8_too() {
        assertThat(ItemSize.bytes(Map.of("naïve", s("x"), "b", s("y")))).isEqualTo(6 + 1 + 1 + 1);
    }

    @Test
    void row_2_14_the_hundred_bytes_of_storage_do_not_count() {
        assertThat(ItemSize.bytes(Map.of("PK", s("p"), "SK", s("s")))).isEqualTo(6);
    }

    @Test
    void an_item_that_is_not_there_has_no_size() {
        assertThat(ItemSize.bytes(Map.of())).isZero();
    }

    private static AttributeValue binary(int length) {
        return AttributeValue.fromB(bytes(length));
    }

    private static SdkBytes bytes(int length) {
        return SdkBytes.fromByteArray(new byte[length]);
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue n(String number) {
        return AttributeValue.fromN(number);
    }
}
