package dojo.session.watch;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;

/**
 * Counts the attempts which the SDK makes beyond the first, as {@code dojo.session.retries}; they are on no bill of the
 * memory.
 *
 * <p>Belongs into the client: {@code overrideConfiguration(o -> o.addMetricPublisher(SdkRetries.in(registry)))}.
 * Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/metrics-list.html">AWS: metrics of the
 *     SDK</a>
 */
public final class SdkRetries implements MetricPublisher {
    private final MeterRegistry registry;

    private SdkRetries(MeterRegistry registry) {
        this.registry = registry;
    }

    public static SdkRetries in(MeterRegistry registry) {
        return new SdkRetries(registry);
    }

    @Override
    public void publish(MetricCollection call) {
        List<String> request = call.metricValues(CoreMetric.OPERATION_NAME);
        int retries = call.metricValues(CoreMetric.RETRY_COUNT).stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (!request.isEmpty() && retries > 0) {
            registry.counter("dojo.session.retries", "request", request.get(0)).increment(retries);
        }
    }

    @Override
    public void close() {
        // The registry is the caller's.
    }
}
