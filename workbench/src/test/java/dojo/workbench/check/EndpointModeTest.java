package dojo.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
        Process server = LocalServer.start(port, folder);
        try {
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
