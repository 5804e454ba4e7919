package dojo.lab.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.door.Socketed.Got;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/**
 * Requests that no SDK sends. Bodies and checksums are those of the service, as written down in
 * <a href="https://github.com/architect/dynalite/blob/main/test/connection.js">dynalite's tests</a>, which were run
 * against it.
 */
class AwkwardHttpTest {

    private static final String LIST = "DynamoDB_20120810.ListTables";
    private static final int MEBIBYTE = 1 << 20;

    private static HttpDoor door;

    @BeforeAll
    static void open() {
        door = Doors.open(
                new Answering(request -> ListTablesResponse.builder().build()),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "{", "{}{}", "{\"Limit\":1", "{\"Unknown\":[1,", "{\"Limit\":\"1\"} trailing", " "})
    void a_body_that_is_no_json_cannot_be_read(String body) throws IOException {
        Got got = post(LIST, body);

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.text()).isEqualTo("{\"__type\":\"com.amazon.coral.service#SerializationException\"}");
        assertThat(got.header("x-amz-crc32")).isEqualTo("3948637019");
        assertThat(got.header("x-amzn-requestid")).matches("[0-9A-Z]{52}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whatever",
                "DynamoDB_20120810.ListTable",
                "ListTables",
                "DynamoDB_20111205.ListTables",
                "DynamoDB_20120810.",
                "DynamoDB_20120810.listTables",
                "DynamoDBStreams_20120810.ListTables"
            })
    void a_target_that_nobody_knows_is_an_unknown_operation(String target) throws IOException {
        Got got = post(target, "{}");

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.text()).isEqualTo("{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"}");
        assertThat(got.header("x-amz-crc32")).isEqualTo("1368724161");
    }

    @Test
    void the_json_is_looked_at_before_the_target() throws IOException {
        assertThat(post("whatever", "hi").text()).contains("SerializationException");
        assertThat(post("whatever", "").text()).contains("UnknownOperationException");
        assertThat(post(LIST, "").text()).contains("SerializationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "PATCH"})
    void any_other_method_finds_nothing(String method) throws IOException {
        try (Socketed socket = Socketed.to(door)) {
            assertFindsNothing(socket.send(method + " / HTTP/1.1\r\nHost: localhost\r\n\r\n", new byte[0]));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whatever", "application/jsonasdf", "text/plain"})
    void a_body_of_another_type_finds_nothing(String type) throws IOException {
        try (Socketed socket = Socketed.to(door)) {
            assertFindsNothing(socket.post(LIST, type, "{}".getBytes(UTF_8), ""));
        }
    }

    private static void assertFindsNothing(Got got) {
        assertThat(got.status()).isEqualTo(404);
        assertThat(got.text()).isEqualTo("<UnknownOperationException/>\n");
        assertThat(got.header("x-amz-crc32")).isEqualTo("3552371480");
    }

    /** The words are those of the service: test/putItem.js of dynalite. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"TableName\":5}|NUMBER_VALUE cannot be converted to String",
                "{\"TableName\":5.5}|DECIMAL_VALUE cannot be converted to String",
                "{\"TableName\":true}|TRUE_VALUE cannot be converted to String",
                "{\"TableName\":[]}|Unrecognized collection type class java.lang.String",
                "{\"TableName\":{}}|Start of structure or map found where not expected",
                "{\"Item\":\"a\"}|Unexpected field type",
                "{\"Item\":{\"a\":\"\"}}|Unexpected value type in payload",
                "{\"Item\":{\"a\":[]}}|Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue",
                "{\"Item\":{\"a\":{\"B\":\"abc\"}}}|Base64 encoded length is expected a multiple of 4 bytes but found: 3",
                "{\"Item\":{\"a\":{\"B\":5}}}|only base-64-encoded strings are convertible to bytes",
                "{\"Item\":{\"a\":{\"SS\":\"a\"}}}|Unexpected field type",
                "{\"Item\":{\"a\":{\"NULL\":\"maybe\"}}}|Unexpected token received from parser"
            })
    void a_value_of_the_wrong_type_is_named(String body, String message) throws IOException {
        Got got = post("DynamoDB_20120810.PutItem", body);

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.text())
                .isEqualTo("{\"__type\":\"com.amazon.coral.service#SerializationException\",\"Message\":\"" + message
                        + "\"}");
    }

    @Test
    void a_body_of_16_mebibytes_is_read_and_one_byte_more_is_too_much() throws IOException {
        byte[] most = new byte[16 * MEBIBYTE];
        Arrays.fill(most, (byte) ' ');
        most[0] = '{';
        most[1] = '}';
        byte[] tooMany = Arrays.copyOf(most, most.length + 1);

        try (Socketed socket = Socketed.to(door)) {
            assertThat(socket.post(LIST, Socketed.JSON, most, "").status()).isEqualTo(200);
        }
        try (Socketed socket = Socketed.to(door)) {
            Got got = socket.post(LIST, Socketed.JSON, tooMany, "");

            assertThat(got.status()).isEqualTo(413);
            assertThat(got.body()).isEmpty();
        }
    }

    @Test
    void a_small_body_that_unpacks_to_a_large_one_is_too_much() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(new byte[17 * MEBIBYTE]);
        }
        try (Socketed socket = Socketed.to(door)) {
            Got got = socket.post(LIST, Socketed.JSON, packed.toByteArray(), "Content-Encoding: gzip\r\n");

            assertThat(got.status()).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @CsvSource({"gzip, the body is not", "br, Send gzip or identity"})
    void a_body_in_a_coding_that_cannot_be_read_is_refused_with_the_reason(String coding, String reason)
            throws IOException {
        try (Socketed socket = Socketed.to(door)) {
            Got got = socket.post(LIST, Socketed.JSON, "{}".getBytes(UTF_8), "Content-Encoding: " + coding + "\r\n");

            assertThat(got.status()).isEqualTo(400);
            assertThat(got.text()).contains("SerializationException", reason);
        }
    }

    @Test
    void a_page_in_a_browser_is_refused() throws IOException {
        try (Socketed socket = Socketed.to(door)) {
            Got got = socket.post(LIST, Socketed.JSON, "{}".getBytes(UTF_8), "Origin: http://evil.example\r\n");

            assertThat(got.status()).isEqualTo(403);
            assertThat(got.head()).doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    void an_attribute_name_of_64_kilobytes_and_a_nest_of_32_levels_are_read() throws IOException {
        String name = "n".repeat(65_535);
        String nest = "{\"L\":[".repeat(32) + "{\"S\":\"x\"}" + "]}".repeat(32);

        assertThat(post("DynamoDB_20120810.PutItem", "{\"Item\":{\"" + name + "\":{\"S\":\"v\"}}}")
                        .status())
                .isEqualTo(200);
        assertThat(post("DynamoDB_20120810.PutItem", "{\"Item\":{\"a\":" + nest + "}}")
                        .status())
                .isEqualTo(200);
    }

    private static Got post(String target, String body) throws IOException {
        try (Socketed socket = Socketed.to(door)) {
            return socket.post(target, body);
        }
    }
}
