package dojo.lab.capacity;

import static dojo.lab.capacity.Throttled.put;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;

/** Many threads at once: nothing is lost, nothing is counted twice. */
class CrowdTest {

    private static final int THREADS = 8;
    private static final int REQUESTS = 200;

    @Test
    void every_request_is_either_served_and_counted_or_refused_and_counted() throws Exception {
        try (Throttled lab = new Throttled(CapacitySettings.real().scaledBy(0.05)).onDemand()) {
            ExecutorService crowd = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<Integer>> served = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    int own = thread;
                    served.add(crowd.submit(() -> served(lab, own)));
                }
                int all = 0;
                for (Future<Integer> part : served) {
                    all += part.get();
                }

                MinuteMetrics table = lab.law().metrics().get(0);
                assertEquals(all, table.consumedWriteUnits());
                assertEquals(THREADS * REQUESTS - all, table.throttledRequests());
            } finally {
                crowd.shutdown();
            }
        }
    }

    private static int served(Throttled lab, int thread) {
        int served = 0;
        for (int i = 0; i < REQUESTS; i++) {
            try {
                lab.client().putItem(put("thread-" + thread, "" + i));
                served++;
            } catch (ThrottlingException counted) {
                lab.pass(Duration.ofMillis(1));
            }
        }
        return served;
    }
}
