package dojo.lab.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.door.HttpDoor;
import dojo.lab.law.Law;
import dojo.lab.law.Refusals;
import dojo.lab.time.VirtualClock;
import dojo.lab.time.WallClock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** A poller goes by the client alone: in front of a lab, a socket, or DynamoDB Local's own streams. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PollerAnywhereTest {

    private final List<String> taken = new ArrayList<>();

    @Test
    void it_reads_the_streams_of_dynamodb_local() {
        try (Lab lab = Lab.open()) {
            StreamPoller poller = StreamPoller.of(lab.streams(), table(lab))
                    .on(lab.clock())
                    .batchSize(2)
                    .build(this::take);
            putMany(lab, 5);

            // Local shows a record as soon as the write is answered.
            poller.poll();
            poller.poll();

            assertThat(taken).containsExactly("item-0", "item-1", "item-2", "item-3", "item-4");
            assertThat(poller.metrics().invocations()).isEqualTo(3);
            assertThat(poller.isCaughtUp()).isTrue();
        }
    }

    @Test
    void it_reads_through_a_socket_what_the_clock_behind_it_brings() throws Exception {
        Laws laws = Laws.off().with(Streamed.PLAIN.delay(Duration.ofDays(1000), Duration.ofSeconds(2)));
        VirtualClock clock = new VirtualClock();
        try (Lab lab = Lab.under(laws, clock);
                HttpDoor door = lab.serve(new InetSocketAddress("localhost", 0));
                Lab far = Lab.at(door.address())) {
            String arn = table(far);
            try (StreamPoller poller =
                    StreamPoller.of(far.streams(), arn).on(clock).start(this::take)) {
                // Due when the poller looks, and so meets its request.
                clock.at(clock.instant().plusMillis(2_500), () -> taken.add("meanwhile"));
                putMany(far, 3);

                clock.advance(Duration.ofMillis(1_999));
                assertThat(taken).isEmpty();
                clock.advance(Duration.ofSeconds(1));

                assertThat(taken).containsExactlyInAnyOrder("meanwhile", "item-0", "item-1", "item-2");
                assertThat(poller.isCaughtUp()).isTrue();
            }
        }
    }

    @Test
    void the_ticker_of_a_wall_clock_drives_it() throws Exception {
        WallClock clock = WallClock.scaled(100);
        CountDownLatch arrived = new CountDownLatch(1);
        Laws laws = Laws.off().with(Streamed.PLAIN);
        try (Lab lab = Lab.under(laws, clock);
                WallClock.Ticker ticker = clock.start()) {
            assertThat(ticker).isNotNull();
            table(lab);
            lab.law(StreamLaw.class).poller(lab.streams(), Streamed.TABLE).start(batch -> {
                // A handler that asks the lab back, while the ticker waits for it.
                lab.client()
                        .getItem(get -> get.tableName(Streamed.TABLE)
                                .key(batch.records().get(0).dynamodb().keys()));
                arrived.countDown();
                return BatchResult.done();
            });
            putMany(lab, 1);

            assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void expired_iterators_and_refused_reads_lose_nothing() {
        AtomicInteger reads = new AtomicInteger();
        Law moody = (call, next) -> {
            if (call.request() instanceof GetRecordsRequest) {
                int read = reads.incrementAndGet();
                if (read % 3 == 0) {
                    throw Refusals.expiredIterator();
                }
                if (read % 5 == 0) {
                    throw Refusals.limitExceeded("too many readers");
                }
            }
            return next.answer(call);
        };
        try (Lab lab = Lab.under(Laws.off().with(Streamed.PLAIN), moody)) {
            table(lab);
            StreamPoller poller = lab.law(StreamLaw.class)
                    .poller(lab.streams(), Streamed.TABLE)
                    .fromLatest()
                    .start(this::take);
            List<String> put = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                put(lab, "item-" + i);
                put.add("item-" + i);
                lab.clock().advance(Duration.ofMillis(700));
            }
            lab.clock().advance(Duration.ofSeconds(10));

            assertThat(taken).isEqualTo(put);
            assertThat(poller.metrics().readErrors()).isGreaterThan(10);
        }
    }

    @Test
    void a_poller_that_starts_after_a_day_goes_on_with_what_is_left() {
        try (Lab lab = Lab.under(Laws.off().with(Streamed.PLAIN))) {
            String arn = table(lab);
            StreamPoller poller = StreamPoller.of(lab.streams(), arn)
                    .on(lab.clock())
                    .batchSize(1)
                    .build(this::take);
            put(lab, "first");
            poller.poll();
            put(lab, "lost");
            lab.clock().advance(Duration.ofHours(20));
            put(lab, "kept");
            lab.clock().advance(Duration.ofHours(5));

            poller.poll();
            poller.poll();

            assertThat(taken).containsExactly("first", "kept");
        }
    }

    private BatchResult take(StreamBatch batch) {
        batch.records().forEach(record -> taken.add(Streamed.pk(record)));
        return BatchResult.done();
    }

    private static String table(Lab lab) {
        return lab.client()
                .createTable(Streamed.table()
                        .streamSpecification(StreamSpecification.builder()
                                .streamEnabled(true)
                                .streamViewType(StreamViewType.KEYS_ONLY)
                                .build())
                        .build())
                .tableDescription()
                .latestStreamArn();
    }

    private static void putMany(Lab lab, int number) {
        IntStream.range(0, number).forEach(i -> put(lab, "item-" + i));
    }

    private static void put(Lab lab, String key) {
        lab.client().putItem(put -> put.tableName(Streamed.TABLE).item(Map.of("PK", AttributeValue.fromS(key))));
    }
}
