package dojo.lab.door;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.door.Socketed.Got;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/** Who may ask about the lab itself. */
class BackroomTest {

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

    @Test
    void what_is_asked_below_its_name_reaches_the_backroom() throws IOException {
        assertThat(get("/_lab/trace?last=5", "localhost", "").text()).isEqualTo("{\"asked\":\"GET trace {last=5}\"}");
    }

    @Test
    void other_addresses_stay_questions_after_health() throws IOException {
        assertThat(get("/_laboratory", "localhost", "").text()).startsWith("healthy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "dojo.localhost", "LOCALHOST"})
    void this_machine_by_its_own_names_is_answered(String host) throws IOException {
        assertThat(get("/_lab/clock", host, "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8000", "10.0.0.1"})
    void this_machine_by_a_name_of_somebody_else_is_not(String host) throws IOException {
        Got got = get("/_lab/clock", host, "");

        assertThat(got.status()).isEqualTo(421);
        assertThat(got.text()).contains("is not the name of this machine here").doesNotContain("asked");
    }

    @Test
    void a_page_in_a_browser_is_not_answered() throws IOException {
        assertThat(get("/_lab/clock", "localhost", "Origin: null\r\n").status()).isEqualTo(403);
    }

    private static Got get(String path, String host, String more) throws IOException {
        try (Socketed socket = Socketed.to(door)) {
            return socket.send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "\r\n", new byte[0]);
        }
    }
}
