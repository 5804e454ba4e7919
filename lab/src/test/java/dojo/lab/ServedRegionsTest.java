package dojo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.door.HttpDoor;
import dojo.lab.region.RegionSettings;
import dojo.lab.region.RegionSettings.Mode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two Regions behind sockets of their own, and replication held up from outside. */
class ServedRegionsTest {

    private static final String TABLE =
            "{\"TableName\":\"turns\",\"BillingMode\":\"PAY_PER_REQUEST\",\"KeySchema\":[{\"AttributeName\":\"PK\","
                    + "\"KeyType\":\"HASH\"}],\"AttributeDefinitions\":[{\"AttributeName\":\"PK\",\"AttributeType\":\"S\"}]}";
    private static final String READ = "{\"TableName\":\"turns\",\"Key\":{\"PK\":{\"S\":\"a\"}}}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Lab lab = Lab.under(Laws.off()
            .with(RegionSettings.of("us-east-1", "eu-west-1")
                    .allTables(Mode.EVENTUAL)
                    .lag(Duration.ofSeconds(1), Duration.ofSeconds(1))));
    private final HttpDoor home = lab.serve(anyPort());
    private final HttpDoor europe = lab.serve("eu-west-1", anyPort());

    @AfterEach
    void close() {
        home.close();
        europe.close();
        lab.close();
    }

    @Test
    void what_is_written_at_one_address_is_read_at_the_other_after_the_lag() throws Exception {
        call(home, "CreateTable", TABLE);
        call(home, "PutItem", "{\"TableName\":\"turns\",\"Item\":{\"PK\":{\"S\":\"a\"},\"said\":{\"S\":\"hello\"}}}");
        assertThat(call(europe, "GetItem", READ).body()).isEqualTo("{}");

        desk(home, "clock", "{\"advance\":\"PT1S\"}");

        assertThat(call(europe, "GetItem", READ).body()).contains("hello");
    }

    @Test
    void replication_is_paused_and_resumed_from_outside() throws Exception {
        call(home, "CreateTable", TABLE);
        assertThat(desk(home, "regions/pause", "{\"replication\":\"us-east-1>eu-west-1\"}")
                        .body())
                .contains("\"from\":\"us-east-1\",\"to\":\"eu-west-1\",\"pending\":0,\"heldUp\":[\"paused\"]");
        call(home, "PutItem", "{\"TableName\":\"turns\",\"Item\":{\"PK\":{\"S\":\"a\"},\"said\":{\"S\":\"hello\"}}}");
        desk(home, "clock", "{\"advance\":\"PT1H\"}");
        assertThat(call(europe, "GetItem", READ).body()).isEqualTo("{}");

        assertThat(desk(europe, "regions/resume", "{\"replication\":\"us-east-1>eu-west-1\"}")
                        .body())
                .contains("\"pending\":1,\"heldUp\":[]");
        desk(home, "clock", "{\"advance\":\"PT1S\"}");

        assertThat(call(europe, "GetItem", READ).body()).contains("hello");
        assertThat(get("regions").body())
                .contains("\"arrived\":1,\"averageLatency\":\"PT1H1S\"", "1 replicated write, 1 rWRU");
    }

    @Test
    void a_region_is_isolated_from_outside() throws Exception {
        assertThat(desk(home, "regions/isolate", "{\"region\":\"eu-west-1\"}").body())
                .contains("\"heldUp\":[\"eu-west-1 isolated\"]");
        assertThat(desk(home, "regions/rejoin", "{\"region\":\"eu-west-1\"}").body())
                .doesNotContain("isolated");
    }

    @Test
    void what_makes_no_sense_is_answered_with_a_sentence() throws Exception {
        HttpResponse<String> unknown = desk(home, "regions/isolate", "{\"region\":\"mars-1\"}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("There is no Region 'mars-1' in this lab");
        assertThat(desk(home, "regions/pause", "{\"replication\":\"us-east-1\"}")
                        .body())
                .contains("Give the Region that is written to and the one that is to hear of it");
        try (Lab single = Lab.under(Laws.off());
                HttpDoor door = single.serve(anyPort())) {
            assertThat(desk(door, "regions/isolate", "{\"region\":\"us-east-1\"}")
                            .body())
                    .contains("This lab has one Region, us-east-1.");
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private HttpResponse<String> call(HttpDoor door, String operation, String body) throws Exception {
        return send(HttpRequest.newBuilder(door.address())
                .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                .header("Content-Type", "application/x-amz-json-1.0")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> desk(HttpDoor door, String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(door.address() + "/_lab/" + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(home.address() + "/_lab/" + path))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
