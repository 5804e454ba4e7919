package dojo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.door.HttpDoor;
import dojo.lab.law.Law;
import dojo.lab.time.WallClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lab behind a socket, and those who look after it. */
class ServedLabTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private Lab lab;
    private HttpDoor door;

    @BeforeEach
    void open() {
        Law talkative = (call, next) -> {
            lab.trace().say(call, "test", "let pass");
            return next.answer(call);
        };
        lab = Lab.under(Laws.off().seed(7), WallClock.system(), talkative);
        door = lab.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() {
        door.close();
        lab.close();
    }

    @Test
    void a_request_is_explained_by_the_id_of_its_answer() throws Exception {
        String id = listTables().headers().firstValue("x-amzn-RequestId").orElseThrow();

        HttpResponse<String> why = get("/_lab/why?request=" + id);

        assertThat(why.statusCode()).isEqualTo(200);
        assertThat(why.body()).contains("\"call\":1", "\"law\":\"test\"", "\"words\":\"let pass\"");
    }

    @Test
    void what_can_be_asked_and_told_is_explained() throws Exception {
        String unknown = get("/_lab/tea").body();
        HttpResponse<String> guide = get("/_lab");

        assertThat(guide.statusCode()).isEqualTo(200);
        assertThat(unknown).contains("GET /_lab explains them.");
        LabGuide.reports().keySet().forEach(path -> assertThat(unknown).contains(path));
        String known = unknown.replaceAll(".*There is GET /_lab/ with |; GET /_lab explains them.*", "");
        assertThat(known.split(", and POST /_lab/ with |, ", -1))
                .hasSize(LabGuide.reports().size() + LabGuide.levers().size())
                .allSatisfy(path -> assertThat(guide.body()).contains("/_lab/" + path + "\":"));
    }

    @Test
    void a_law_that_does_not_hold_has_nothing_to_report_and_says_so() throws Exception {
        HttpResponse<String> heat = get("/_lab/heat");

        assertThat(heat.statusCode()).isEqualTo(400);
        assertThat(heat.body()).contains("The law of capacity does not hold in this lab.", "--laws real");
    }

    @Test
    void the_clock_is_moved_on() throws Exception {
        Instant before = lab.clock().instant();

        HttpResponse<String> moved = post("/_lab/clock", "{\"advance\":\"PT3H\"}");

        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(Duration.between(before, lab.clock().instant())).isGreaterThanOrEqualTo(Duration.ofHours(3));
    }

    @Test
    void the_bill_counts_what_came_through_the_socket() throws Exception {
        get("/_lab/bill");
        call(
                "CreateTable",
                "{\"TableName\":\"turns\",\"BillingMode\":\"PAY_PER_REQUEST\",\"KeySchema\":[{\"AttributeName\":"
                        + "\"PK\",\"KeyType\":\"HASH\"}],\"AttributeDefinitions\":[{\"AttributeName\":\"PK\",\"AttributeType\":\"S\"}]}");
        call("PutItem", "{\"TableName\":\"turns\",\"Item\":{\"PK\":{\"S\":\"a\"}}}");

        // One item of less than 1 KB is one write unit; the table itself costs none.
        assertThat(get("/_lab/bill").body()).startsWith("{\"requests\":1,\"readUnits\":0.0,\"writeUnits\":1.0,");
    }

    @Test
    void the_laws_are_shown_with_their_seed() throws Exception {
        assertThat(get("/_lab/laws").body()).contains("\"seed\":7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/_lab/clock|{\"advance\":\"-PT1H\"}|only goes forward",
                "/_lab/clock|{\"advance\":\"tomorrow\"}|which is no duration",
                "/_lab/clock|{\"advance\":5}|which is no duration",
                "/_lab/clock|{\"advance\":\"P9999999D\"}|in several steps",
                "/_lab/clock|{\"retreat\":\"PT1H\"}|Send {'advance':'PT3H'}",
                "/_lab/clock|nonsense|Send {'advance':'PT3H'}",
                "/_lab/clock||Send {'advance':'PT3H'}",
                "/_lab/clock|{\"advance\":\"PT1H\"} and more|Send {'advance':'PT3H'}",
                "/_lab/coffee|{}|There is no POST /_lab/coffee. There is GET /_lab/ with"
            })
    void what_makes_no_sense_is_answered_with_a_sentence(String path, String body, String sentence) throws Exception {
        HttpResponse<String> got = post(path, body == null ? "" : body);

        assertThat(got.statusCode()).isEqualTo(400);
        assertThat(got.body().replace("\\\"", "'")).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({"why,is no request of this lab", "why?request=42,is no request of this lab", "trace?last=x,is no number"
    })
    void a_question_that_makes_no_sense_is_answered_with_a_sentence(String question, String sentence) throws Exception {
        HttpResponse<String> got = get("/_lab/" + question);

        assertThat(got.statusCode()).isEqualTo(400);
        assertThat(got.body()).contains(sentence);
    }

    private HttpResponse<String> listTables() throws Exception {
        return call("ListTables", "{}");
    }

    private HttpResponse<String> call(String operation, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(door.address())
                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                .header("Content-Type", "application/x-amz-json-1.0")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(at(path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private URI at(String path) {
        return URI.create(door.address() + path);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
