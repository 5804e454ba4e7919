package dojo.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The same checks against a DynamoDB Local that runs as a process of its own. */
@Isolated("It sets a system property that every checker reads.")
class EndpointModeTest {
    private static final String ENDPOINT = "DYNAMODB_ENDPOINT";
    private final Exercise exercise = Fixtures.exercise("find_one");

    @AfterEach
    void unset() {
        System.clearProperty(ENDPOINT);
    }

    @Test
    void an_answer_passes_with_the_same_bill(@TempDir Path folder) throws Exception {
        int port = freePort();
        Process server = serve(port, folder);
        try {
            awaitAnswer(server, port);
            System.setProperty(ENDPOINT, "http://localhost:" + port);
            try (Checker checker = Checker.open(CheckerOptions.of(Fixtures.ROOT))) {
                Verdict verdict =
                        checker.check(exercise, Submission.source(Fixtures.ROOT.resolve("solutions/src/main/java")), 1);
                assertThat(verdict.word()).isEqualTo("passes");
                assertThat(verdict.graded().bill()).contains(exercise.par());
            }
        } finally {
            server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void an_endpoint_that_is_down_is_a_sentence() throws IOException {
        String nobody = "http://localhost:" + freePort();
        System.setProperty(ENDPOINT, nobody);
        try (Checker checker = Checker.open(CheckerOptions.of(Fixtures.ROOT))) {
            assertThatThrownBy(() -> checker.check(exercise, Submission.learner(), 1))
                    .isInstanceOf(CannotCheck.class)
                    .hasMessageContaining("Nobody answers at DYNAMODB_ENDPOINT=" + nobody)
                    .hasMessageContaining("unset DYNAMODB_ENDPOINT");
        }
    }

    @Test
    void an_endpoint_that_is_no_address_is_a_sentence() {
        System.setProperty(ENDPOINT, "localhost:8000");
        try (Checker checker = Checker.open(CheckerOptions.of(Fixtures.ROOT))) {
            assertThatThrownBy(() -> checker.check(exercise, Submission.learner(), 1))
                    .isInstanceOf(CannotCheck.class)
                    .hasMessageContaining("'localhost:8000', which is no address");
        }
    }

    private static Process serve(int port, Path folder) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "software.amazon.dynamodb.services.local.main.ServerRunner",
                        "-inMemory",
                        "-port",
                        Integer.toString(port),
                        "-disableTelemetry"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Asks until somebody answers; a server that died fails the test instead. */
    private static void awaitAnswer(Process server, int port) {
        while (true) {
            assertThat(server.isAlive()).as("the server lives").isTrue();
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("localhost", port), 1_000);
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }
}
