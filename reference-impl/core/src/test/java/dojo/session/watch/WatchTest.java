package dojo.session.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.bill.Bill;
import dojo.lab.fault.Fault;
import dojo.lab.fault.FaultLaw;
import dojo.lab.fault.FaultRule;
import dojo.lab.fault.FaultSettings;
import dojo.session.NewSession;
import dojo.session.Pause;
import dojo.session.Position;
import dojo.session.SessionId;
import dojo.session.Turn;
import dojo.session.Window;
import dojo.session.dynamo.AsyncDynamoSessionMemory;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.MemorySettings;
import dojo.session.dynamo.SessionTable;
import dojo.session.guard.Breaker;
import dojo.session.guard.Breaker.State;
import dojo.session.guard.Deadline;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class WatchTest {
    private final Lab lab = Lab.under(Laws.off().with(FaultSettings.none()));
    private final String table = lab.newTableName();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Breaker breaker = Breaker.of(Breaker.Settings.usual(), lab.clock());
    private final List<Event> events = new ArrayList<>();
    private final Notebook notebook = new Notebook();
    private final Watch watch = Watch.telling(events::add, Metrics.in(registry).of(breaker), LoggedEvents.to(notebook))
            .over(breaker);
    private final MemorySettings settings = MemorySettings.usual()
            .clock(lab.clock())
            .pause(Pause.NONE)
            .layer(watch)
            .layer(Deadline.of(Duration.ofMinutes(5)))
            .layer(breaker)
            .listener(watch);
    private final DynamoSessionMemory memory;

    WatchTest() {
        SessionTable.create(lab.backstage(), table);
        memory = DynamoSessionMemory.on(lab.client(), table, settings);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void an_operation_tells_its_requests_its_answer_and_its_bill() {
        lab.law(FaultLaw.class).inject(FaultRule.of(Fault.SLOW).taking(Duration.ofMillis(30), Duration.ofMillis(30)));

        memory.create(NewSession.of("s-42"));

        Duration took = Duration.ofMillis(30);
        assertThat(events)
                .containsExactly(
                        new Event.Requested("create", "PutItem", Outcome.OK, took),
                        new Event.Ended(
                                "create", "Opened", Outcome.OK, "none", took, new dojo.session.Bill(1, 0, 1, false)));
        assertThat(notebook.lines)
                .containsExactly(
                        "TRACE session request operation=create request=PutItem outcome=ok ms=30",
                        "DEBUG session operation operation=create answer=Opened outcome=ok failure=none ms=30"
                                + " requests=1 readUnits=0.0 writeUnits=1.0 atLeast=false");
    }

    @Test
    void the_asynchronous_memory_tells_the_same() {
        AsyncDynamoSessionMemory async = AsyncDynamoSessionMemory.on(lab.asyncClient(), table, settings);
        memory.create(NewSession.of("s-1"));
        List<Event> blocking = List.copyOf(events);
        events.clear();

        async.create(NewSession.of("s-2")).join();

        assertThat(events).isEqualTo(blocking);
    }

    @Test
    void refusals_are_outcomes_of_requests_and_answers_of_operations() {
        Position start = memory.create(NewSession.of("s-42")).positionOrThrow();
        memory.append(start, Turn.user("t-1", "one"));
        events.clear();

        memory.append(start, Turn.user("t-2", "two"));

        assertThat(events)
                .extracting(event -> event instanceof Event.Requested asked
                        ? asked.request() + " " + asked.outcome().word()
                        : ((Event.Ended) event).answer())
                .containsExactly("PutItem refused", "Query ok", "Conflict");
    }

    @Test
    void metrics_agree_with_the_bill() {
        Position start = memory.create(NewSession.of("s-42")).positionOrThrow();
        Position at = memory.append(start, Turn.user("t-1", "x".repeat(3_000))).positionOrThrow();
        memory.append(at, Turn.assistant("t-2", "yes"));
        memory.load(SessionId.of("s-42"), Window.latest(5));

        Bill bill = lab.meter().total();
        assertThat(sum("dojo.session.requests")).isEqualTo(bill.requests());
        assertThat(sum("dojo.session.units.read")).isEqualTo(bill.readUnits());
        assertThat(sum("dojo.session.units.write")).isEqualTo(bill.writeUnits());
        assertThat(registry.get("dojo.session.operation")
                        .tags("operation", "append", "answer", "Appended", "outcome", "ok")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("dojo.session.request")
                        .tag("request", "Query")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void more_sessions_make_no_more_meters() {
        talk("s-0");
        List<Meter.Id> before = registry.getMeters().stream().map(Meter::getId).toList();
        for (int i = 1; i <= 30; i++) {
            talk("s-" + i);
        }

        assertThat(registry.getMeters().stream().map(Meter::getId)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void a_storm_shows_in_outcomes_and_in_the_state_of_the_breaker() {
        Position start = memory.create(NewSession.of("s-42")).positionOrThrow();
        assertThat(gauge("closed")).isEqualTo(1);
        lab.law(FaultLaw.class).inject(FaultRule.of(Fault.INTERNAL_SERVER_ERROR));
        for (int i = 0; i < 22; i++) {
            assertThatThrownBy(() -> memory.append(start, Turn.user("t-1", "one")));
        }

        assertThat(gauge("open")).isEqualTo(1);
        assertThat(gauge("closed")).isZero();
        assertThat(events).contains(new Event.BreakerTurned(State.CLOSED, State.OPEN));
        assertThat(registry.get("dojo.session.operation")
                        .tags("operation", "append", "outcome", "unavailable", "answer", "none")
                        .timer()
                        .count())
                .isGreaterThanOrEqualTo(19);
        assertThat(registry.get("dojo.session.request")
                        .tags("request", "PutItem", "outcome", "not-sent")
                        .timer()
                        .count())
                .isPositive();
        assertThat(notebook.lines)
                .anySatisfy(line -> assertThat(line).startsWith("WARN session breaker from=CLOSED to=OPEN"));
    }

    @Test
    void attempts_which_the_sdk_repeats_are_counted_by_its_own_metrics() {
        try (DynamoDbClient counted = DynamoDbClient.builder()
                .httpClient(lab.httpClient())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing")))
                .overrideConfiguration(override -> override.addMetricPublisher(SdkRetries.in(registry))
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(4)
                                .backoffStrategy(BackoffStrategy.retryImmediately())
                                .build()))
                .build()) {
            lab.law(FaultLaw.class)
                    .inject(FaultRule.of(Fault.INTERNAL_SERVER_ERROR)
                            .on("PutItem")
                            .times(2));

            DynamoSessionMemory.on(counted, table, settings).create(NewSession.of("s-42"));
        }

        assertThat(registry.get("dojo.session.retries")
                        .tag("request", "PutItem")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    private void talk(String id) {
        Position start = memory.create(NewSession.of(id)).positionOrThrow();
        memory.append(start, Turn.user("t-1", "one"));
        memory.append(start, Turn.user("t-2", "two"));
        memory.load(SessionId.of(id), Window.latest(5));
    }

    private double sum(String name) {
        return registry.get(name).counters().stream()
                .mapToDouble(it -> it.count())
                .sum();
    }

    private double gauge(String state) {
        return registry.get("dojo.session.breaker").tag("state", state).gauge().value();
    }
}
