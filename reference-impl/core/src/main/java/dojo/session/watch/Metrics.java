package dojo.session.watch;

import dojo.session.guard.Breaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Events as meters of Micrometer.
 *
 * <p>No tag is an id: an operation has about a dozen answers, a request eight outcomes.
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><th>name</th><th>kind</th><th>tags</th><th>says</th></tr>
 * <tr><td>{@code dojo.session.operation}</td><td>timer</td><td>operation, answer, outcome</td>
 *     <td>how long operations take, and what they answer</td></tr>
 * <tr><td>{@code dojo.session.request}</td><td>timer</td><td>operation, request, outcome</td>
 *     <td>the same of requests to DynamoDB; {@code conflict} ones are repeated</td></tr>
 * <tr><td>{@code dojo.session.requests}</td><td>counter</td><td>operation</td><td>requests on the bill: without those
 *     that a cache answered</td></tr>
 * <tr><td>{@code dojo.session.units.read}</td><td>counter</td><td>operation</td><td>read units on the bill</td></tr>
 * <tr><td>{@code dojo.session.units.write}</td><td>counter</td><td>operation</td><td>write units on the bill; a refused
 *     write counts as the least it can cost</td></tr>
 * <tr><td>{@code dojo.session.retries}</td><td>counter</td><td>request</td><td>attempts which the SDK repeated, see
 *     {@link SdkRetries}</td></tr>
 * <tr><td>{@code dojo.session.breaker}</td><td>gauge</td><td>state</td><td>1 for the state it is in, else 0</td></tr>
 * <tr><td>{@code dojo.session.cache.hits}, {@code .misses}</td><td>function counter</td><td></td><td>requests answered
 *     from memory, and not</td></tr>
 * </table>
 *
 * <p>Thread-safe; the registry stays the caller's.
 *
 * @see <a href="https://docs.micrometer.io/micrometer/reference/concepts/naming.html">Micrometer: names and tags</a>
 */
public final class Metrics implements Event.Listener {
    private final MeterRegistry registry;

    private Metrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public static Metrics in(MeterRegistry registry) {
        return new Metrics(registry);
    }

    /** Also shows in which state this breaker is. */
    public Metrics of(Breaker breaker) {
        for (Breaker.State state : Breaker.State.values()) {
            Gauge.builder("dojo.session.breaker", breaker, it -> it.state() == state ? 1 : 0)
                    .tag("state", state.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .register(registry);
        }
        return this;
    }

    /** Also shows what a cache answered: {@code ofCache(cache, c -> c.report().hits(), c -> c.report().misses())}. */
    public <C> Metrics ofCache(C cache, ToDoubleFunction<C> hits, ToDoubleFunction<C> misses) {
        registry.more().counter("dojo.session.cache.hits", List.of(), cache, hits);
        registry.more().counter("dojo.session.cache.misses", List.of(), cache, misses);
        return this;
    }

    @Override
    public void happened(Event event) {
        if (event instanceof Event.Requested request) {
            Timer.builder("dojo.session.request")
                    .tag("operation", request.operation())
                    .tag("request", request.request())
                    .tag("outcome", request.outcome().word())
                    .register(registry)
                    .record(request.took());
        } else if (event instanceof Event.Ended ended) {
            Timer.builder("dojo.session.operation")
                    .tag("operation", ended.operation())
                    .tag("answer", ended.answer())
                    .tag("outcome", ended.outcome().word())
                    .register(registry)
                    .record(ended.took());
            count("dojo.session.requests", ended.operation(), ended.bill().requests());
            count("dojo.session.units.read", ended.operation(), ended.bill().readUnits());
            count("dojo.session.units.write", ended.operation(), ended.bill().writeUnits());
        }
    }

    private void count(String name, String operation, double amount) {
        registry.counter(name, "operation", operation).increment(amount);
    }
}
