package dojo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.capacity.CapacitySettings;
import dojo.lab.door.HttpDoor;
import dojo.lab.fault.Fault;
import dojo.lab.fault.FaultRule;
import dojo.lab.fault.FaultSettings;
import dojo.lab.region.RegionSettings;
import dojo.lab.time.WallClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Laws behind a socket: read, paused, and met by the Region for which a request is signed. */
class ServedLawsTest {

    private static final String TABLE = """
            {"TableName":"%s","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"PK","KeyType":"HASH"}],\
            "AttributeDefinitions":[{"AttributeName":"PK","AttributeType":"S"}]}""";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Lab lab;
    private static HttpDoor door;

    @BeforeAll
    static void open() {
        Laws laws = Laws.off()
                .with(CapacitySettings.real())
                .with(FaultSettings.of(FaultRule.of(Fault.SERVICE_UNAVAILABLE).on("GetItem")))
                .with(RegionSettings.of("us-east-1", "eu-west-1"));
        lab = Lab.under(laws, WallClock.system());
        door = lab.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterAll
    static void close() {
        door.close();
        lab.close();
    }

    @Test
    void faults_are_paused_and_go_on() throws Exception {
        call("us-east-1", "CreateTable", TABLE.formatted("faults"));
        String get = "{\"TableName\":\"faults\",\"Key\":{\"PK\":{\"S\":\"a\"}}}";

        assertThat(call("us-east-1", "GetItem", get).statusCode()).isEqualTo(503);
        assertThat(post("faults", "{\"paused\":true}").body()).isEqualTo("{\"paused\":true}");
        assertThat(call("us-east-1", "GetItem", get).statusCode()).isEqualTo(200);
        post("faults", "{\"paused\":false}");
        assertThat(call("us-east-1", "GetItem", get).statusCode()).isEqualTo(503);
        assertThat(get("faults").body()).contains("\"paused\":false", "\"struck\":2");
    }

    @Test
    void a_pause_is_true_or_false_and_nothing_else() throws Exception {
        HttpResponse<String> got = post("faults", "{\"paused\":\"yes\"}");

        assertThat(got.statusCode()).isEqualTo(400);
        assertThat(got.body()).contains("is 'yes'. Give true or false.");
    }

    @Test
    void the_heat_map_shows_the_partitions_and_the_ranking_the_keys() throws Exception {
        call("us-east-1", "CreateTable", TABLE.formatted("heated"));
        call("us-east-1", "PutItem", "{\"TableName\":\"heated\",\"Item\":{\"PK\":{\"S\":\"busy\"}}}");

        assertThat(get("heat").body()).contains("\"table\":\"heated\",\"partition\":0", "\"items\":1,\"bytes\":6");
        assertThat(get("heat").body()).contains("\"readLimit\":3000.0,\"writeLimit\":1000.0");
        assertThat(get("metrics").body()).contains("\"table\":\"heated\"", "\"consumedWriteUnits\":1.0");
        assertThat(get("keys").body()).contains("\"partitionKeys\":[{\"key\":\"busy\"");
    }

    @Test
    void each_region_is_reached_by_the_name_a_request_is_signed_for() throws Exception {
        call("eu-west-1", "CreateTable", TABLE.formatted("european"));

        assertThat(call("eu-west-1", "ListTables", "{}").body()).contains("european");
        assertThat(call("us-east-1", "ListTables", "{}").body()).doesNotContain("european");
        assertThat(get("regions").body()).contains("\"from\":\"us-east-1\"", "\"pending\":0");
    }

    @Test
    void a_region_that_the_lab_does_not_have_is_named() throws Exception {
        HttpResponse<String> got = call("ap-south-1", "ListTables", "{}");

        assertThat(got.statusCode()).isEqualTo(400);
        assertThat(got.body()).contains("ValidationException", "There is no Region 'ap-south-1' in this lab");
    }

    @Test
    void replication_between_regions_is_paused() throws Exception {
        assertThat(post("replication", "{\"paused\":true}").statusCode()).isEqualTo(200);
        assertThat(lab.trace().lines())
                .extracting(Object::toString)
                .anySatisfy(line -> assertThat(line).contains("replication from us-east-1 to eu-west-1 is paused"));
        post("replication", "{\"paused\":false}");
    }

    @Test
    void the_laws_are_shown_as_the_file_that_would_set_them() throws Exception {
        assertThat(get("laws").body()).contains("\"seed\":1", "[capacity]", "[faults]", "[regions]");
    }

    private static HttpResponse<String> call(String region, String operation, String body) throws Exception {
        return send(HttpRequest.newBuilder(door.address())
                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=me/20261122/" + region
                                + "/dynamodb/aws4_request, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> get(String report) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(door.address() + "/_lab/" + report))
                .build());
    }

    private static HttpResponse<String> post(String lever, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(door.address() + "/_lab/" + lever))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
