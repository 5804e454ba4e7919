package dojo.lab.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.door.Socketed.Got;
import dojo.lab.law.ConnectionLost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/** The HTTP door as a socket sees it. */
class HttpDoorTest {

    private static final String LIST = "DynamoDB_20120810.ListTables";

    @Test
    void one_connection_serves_many_requests() throws IOException {
        try (HttpDoor door = tables("a");
                Socketed socket = Socketed.to(door)) {
            for (int i = 0; i < 3; i++) {
                assertThat(socket.post(LIST, "{}").text()).isEqualTo("{\"TableNames\":[\"a\"]}");
            }
        }
    }

    @Test
    void an_answer_names_its_type_its_request_and_the_checksum_of_its_body() throws IOException {
        try (HttpDoor door = tables("a");
                Socketed socket = Socketed.to(door)) {
            Got got = socket.post(LIST, "{}");

            assertThat(got.status()).isEqualTo(200);
            assertThat(got.header("content-type")).isEqualTo("application/x-amz-json-1.0");
            assertThat(got.header("x-amzn-requestid")).matches("[0-9A-Z]{52}");
            assertThat(got.header("x-amz-crc32")).isEqualTo(crc32(got.body()));
        }
    }

    @Test
    void the_answer_speaks_the_version_of_json_that_was_asked_in() throws IOException {
        try (HttpDoor door = tables("a");
                Socketed socket = Socketed.to(door)) {
            Got got = socket.post(LIST, "application/x-amz-json-1.1; charset=utf-8", "{}".getBytes(UTF_8), "");

            assertThat(got.header("content-type")).isEqualTo("application/x-amz-json-1.1");
        }
    }

    @Test
    void a_long_answer_is_compressed_for_those_who_ask_and_its_checksum_is_of_what_was_sent() throws IOException {
        String[] names = Collections.nCopies(200, "a-table-name").toArray(String[]::new);
        try (HttpDoor door = tables(names);
                Socketed socket = Socketed.to(door)) {
            Got packed = socket.post(LIST, Socketed.JSON, "{}".getBytes(UTF_8), "Accept-Encoding: deflate, gzip\r\n");
            Got plain = socket.post(LIST, "{}");

            assertThat(packed.header("content-encoding")).isEqualTo("gzip");
            assertThat(packed.header("x-amz-crc32")).isEqualTo(crc32(packed.body()));
            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                    .isEqualTo(plain.body());
            assertThat(plain.header("content-encoding")).isEmpty();
        }
    }

    @Test
    void gzip_with_the_weight_nought_is_a_refusal_of_gzip() throws IOException {
        String[] names = Collections.nCopies(200, "a-table-name").toArray(String[]::new);
        try (HttpDoor door = tables(names);
                Socketed socket = Socketed.to(door)) {
            Got got = socket.post(LIST, Socketed.JSON, "{}".getBytes(UTF_8), "Accept-Encoding: gzip;q=0\r\n");

            assertThat(got.header("content-encoding")).isEmpty();
        }
    }

    @Test
    void a_compressed_request_is_unpacked() throws IOException {
        AtomicReference<AwsRequest> received = new AtomicReference<>();
        try (HttpDoor door = open(request -> {
                    received.set(request);
                    return ListTablesResponse.builder().build();
                });
                Socketed socket = Socketed.to(door)) {
            Got got = socket.post(
                    LIST, Socketed.JSON, gzip("{\"Limit\":7}".getBytes(UTF_8)), "Content-Encoding: gzip\r\n");

            assertThat(got.status()).isEqualTo(200);
            assertThat(received).hasValue(ListTablesRequest.builder().limit(7).build());
        }
    }

    @Test
    void operations_of_the_streams_go_by_a_target_of_their_own() throws IOException {
        AtomicReference<AwsRequest> received = new AtomicReference<>();
        try (HttpDoor door = open(request -> {
                    received.set(request);
                    return DescribeStreamResponse.builder().build();
                });
                Socketed socket = Socketed.to(door)) {
            Got right = socket.post("DynamoDBStreams_20120810.DescribeStream", "{\"StreamArn\":\"arn\"}");
            Got wrong = socket.post("DynamoDB_20120810.DescribeStream", "{\"StreamArn\":\"arn\"}");

            assertThat(right.status()).isEqualTo(200);
            assertThat(received)
                    .hasValue(DescribeStreamRequest.builder().streamArn("arn").build());
            assertThat(wrong.text()).contains("UnknownOperationException");
        }
    }

    @Test
    void a_get_is_a_question_after_its_health() throws IOException {
        try (HttpDoor door = tables();
                Socketed socket = Socketed.to(door)) {
            Got got = socket.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", new byte[0]);

            assertThat(got.status()).isEqualTo(200);
            // The space at the end and the checksum are the service's: test/connection.js of dynalite.
            assertThat(got.text()).isEqualTo("healthy: dynamodb.us-east-1.amazonaws.com ");
            assertThat(got.header("x-amz-crc32")).isEqualTo("3128867991");
        }
    }

    @Test
    void any_access_key_and_any_signature_will_do_and_none_does_too() throws IOException {
        try (HttpDoor door = tables("a");
                Socketed socket = Socketed.to(door)) {
            String authorization = "Authorization: AWS4-HMAC-SHA256 Credential=my-own_key/20260101/nowhere/dynamodb/"
                    + "aws4_request, SignedHeaders=host, Signature=guess\r\n";
            Got signed = socket.post(LIST, Socketed.JSON, "{}".getBytes(UTF_8), authorization);
            Got unsigned = socket.post(LIST, "{}");

            assertThat(signed.status()).isEqualTo(200);
            assertThat(unsigned.body()).isEqualTo(signed.body());
        }
    }

    @Test
    void an_error_of_the_service_keeps_its_status() throws IOException {
        try (HttpDoor door = open(request -> {
                    throw DynamoDbException.builder()
                            .statusCode(503)
                            .message("Service is currently unavailable or busy.")
                            .build();
                });
                Socketed socket = Socketed.to(door)) {
            assertThat(socket.post(LIST, "{}").status()).isEqualTo(503);
        }
    }

    @Test
    void a_lost_connection_ends_without_a_byte_and_others_live_on() throws IOException {
        try (HttpDoor door = open(request -> {
                    if (((ListTablesRequest) request).limit() != null) {
                        throw new ConnectionLost("on purpose");
                    }
                    return ListTablesResponse.builder().build();
                });
                Socketed lost = Socketed.to(door);
                Socketed kept = Socketed.to(door)) {
            assertThatThrownBy(() -> lost.post(LIST, "{\"Limit\":1}")).isInstanceOf(IOException.class);

            assertThat(kept.post(LIST, "{}").status()).isEqualTo(200);
        }
    }

    @Test
    void a_defect_of_the_lab_is_an_error_500_that_says_so() throws IOException {
        try (HttpDoor door = open(request -> {
                    throw new IllegalStateException("the roof leaks");
                });
                Socketed socket = Socketed.to(door)) {
            Got got = socket.post(LIST, "{}");

            assertThat(got.status()).isEqualTo(500);
            assertThat(got.text()).contains("#InternalServerError", "defect of the lab", "the roof leaks");
        }
    }

    @Test
    void a_busy_port_is_a_sentence_with_the_remedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress there = new InetSocketAddress(taken.getInetAddress(), taken.getLocalPort());

            assertThatThrownBy(() -> Doors.open(
                                    new Answering(request ->
                                            ListTablesResponse.builder().build()),
                                    there)
                            .close())
                    .isInstanceOf(CannotListen.class)
                    .hasMessage("Somebody already listens on 127.0.0.1 port " + taken.getLocalPort()
                            + ". Stop that program, or give another port; 0 takes a free one.");
        }
    }

    private static HttpDoor tables(String... names) {
        return open(request -> ListTablesResponse.builder().tableNames(names).build());
    }

    private static HttpDoor open(Function<AwsRequest, AwsResponse> answer) {
        return Doors.open(new Answering(answer), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static String crc32(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return Long.toString(checksum.getValue());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }
}
