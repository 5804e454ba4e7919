package dojo.lab.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.LocalServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With all laws off, whatever is asked through either door has the outcome of a DynamoDB Local in a process of its own.
 *
 * <p>A failure names its seed; {@code -Ddojo.transparency.seed=SEED -Ddojo.transparency.operations=1} repeats it alone,
 * and more operations look further: 200,000 are enough to demand that every outcome was met, and met often.
 */
class TransparencyTest {

    private static final int OPERATIONS = Integer.getInteger("dojo.transparency.operations", 5_000);
    private static final long SEED = Long.getLong("dojo.transparency.seed", 1);
    private static final int LENGTH = 500;
    private static final int LEAST = 100;
    /** From so many operations on, every pair of an operation and an outcome must have been met often enough. */
    private static final int ENOUGH = 200_000;

    private static Process server;
    private static int port;

    @BeforeAll
    static void start_the_oracle(@TempDir Path folder) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        server = LocalServer.start(port, folder);
    }

    @AfterAll
    static void stop_the_oracle() throws InterruptedException {
        server.destroy();
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void no_random_sequence_finds_a_difference_that_is_not_listed() throws Exception {
        int scripts = Math.max(1, OPERATIONS / LENGTH + 1);
        Tally tally = new Tally();
        long begun = System.nanoTime();
        Search search = new Search(port, SEED, scripts, LENGTH, tally);
        int workers = Math.min(scripts, Math.max(2, Runtime.getRuntime().availableProcessors()));
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        List<Future<?>> working = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            String key = "worker" + worker;
            working.add(threads.submit(() -> search.work(key)));
        }
        try {
            for (Future<?> work : working) {
                work.get();
            }
        } finally {
            threads.shutdown();
        }
        System.out.printf(
                "%d operations in %d s:%n%s%n", tally.operations(), (System.nanoTime() - begun) / 1_000_000_000, tally);

        assertThat(search.failure()).as("the shortest sequence found").isEmpty();
        if (OPERATIONS >= ENOUGH) {
            assertThat(tally.operations()).isGreaterThanOrEqualTo(ENOUGH);
            assertThat(tally.seenLessThan(LEAST)).as("outcomes met too rarely").isEmpty();
            assertThat(tally.neverSeen())
                    .as("listed differences that are none any more")
                    .isEmpty();
        }
    }
}
