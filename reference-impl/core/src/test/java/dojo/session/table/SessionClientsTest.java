package dojo.session.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.door.HttpDoor;
import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.session.Append;
import dojo.session.NewSession;
import dojo.session.Turn;
import dojo.session.dynamo.DynamoSessionMemory;
import dojo.session.dynamo.SessionTable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

class SessionClientsTest {
    private static final ClientSettings USUAL = ClientSettings.interactive();
    /** A busy machine must not fail a test of something else. */
    private static final ClientSettings PATIENT = new ClientSettings(
            Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(1), 50, 4);

    @Test
    void a_conversation_goes_through_a_socket_with_either_client() throws Exception {
        try (Lab lab = Lab.open();
                HttpDoor door = lab.serve(anyPort());
                DynamoDbClient sync = SessionClients.sync(PATIENT, Optional.of(door.address()))
                        .build();
                DynamoDbAsyncClient async = SessionClients.async(PATIENT, Optional.of(door.address()))
                        .build()) {
            SessionTable.create(lab.client(), "sessions");
            DynamoSessionMemory memory = DynamoSessionMemory.on(sync, "sessions");
            var start = memory.create(NewSession.of("s-42")).positionOrThrow();

            assertThat(memory.append(start, Turn.user("m-1", "Is it out?"))).isInstanceOf(Append.Appended.class);
            assertThat(async.scan(scan -> scan.tableName("sessions")).get().items())
                    .hasSize(2);
        }
    }

    @Test
    void an_attempt_that_takes_too_long_is_repeated_and_its_own_turn_is_recognised() throws Exception {
        HeldPut held = new HeldPut();
        try (Lab lab = Lab.open(held);
                HttpDoor door = lab.serve(anyPort());
                DynamoDbClient client = SessionClients.sync(quick(), Optional.of(door.address()))
                        .build()) {
            SessionTable.create(lab.client(), "sessions");
            DynamoSessionMemory memory = DynamoSessionMemory.on(client, "sessions");
            var start = DynamoSessionMemory.on(lab.client(), "sessions")
                    .create(NewSession.of("s-42"))
                    .positionOrThrow();

            held.next.set(true);
            Append answer = memory.append(start, Turn.user("m-1", "Is it out?"));

            assertThat(answer).isInstanceOf(Append.AlreadyThere.class);
            held.release.countDown();
        }
    }

    @Test
    void the_retries_of_all_calls_of_a_client_share_one_budget() {
        StandardRetryStrategy retries = SessionClients.retries(USUAL);
        int retried = 0;
        int callsWithoutRetry = 0;
        while (callsWithoutRetry < 3 && retried < 10_000) {
            int own = retriesOfOneCall(retries);
            retried += own;
            callsWithoutRetry = own == 0 ? callsWithoutRetry + 1 : 0;
        }

        assertThat(callsWithoutRetry).as("the bucket of 500 tokens is empty").isEqualTo(3);
        assertThat(retried).isBetween(20, 500);
    }

    @Test
    void one_call_is_sent_no_more_often_than_its_settings_say() {
        assertThat(retriesOfOneCall(SessionClients.retries(USUAL))).isEqualTo(USUAL.attempts() - 1);
        assertThat(retriesOfOneCall(SessionClients.retries(ClientSettings.background())))
                .isEqualTo(ClientSettings.background().attempts() - 1);
    }

    @Test
    void settings_that_cannot_work_are_refused_with_the_value_and_the_remedy() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new ClientSettings(second, Duration.ofSeconds(9), second, second, 50, 4))
                .hasMessageContaining("PT9S")
                .hasMessageContaining("give the call the time");
        assertThatThrownBy(() -> new ClientSettings(second, second, second, second, 2, 4))
                .hasMessageContaining("got 2");
        assertThatThrownBy(() -> new ClientSettings(second, second, second, second, 50, 0))
                .hasMessageContaining("got 0");
        assertThatThrownBy(() -> new ClientSettings(Duration.ZERO, second, second, second, 50, 4))
                .hasMessageContaining("PT0S");
    }

    @Test
    void an_endpoint_is_an_address_or_nothing() {
        assertThat(Endpoint.of(null)).isEmpty();
        assertThat(Endpoint.of("  ")).isEmpty();
        assertThat(Endpoint.of(" http://localhost:8000 ")).contains(URI.create("http://localhost:8000"));
        assertThatThrownBy(() -> Endpoint.of("localhost:8000"))
                .hasMessageContaining("\"localhost:8000\"")
                .hasMessageContaining("unset it");
    }

    private static int retriesOfOneCall(StandardRetryStrategy retries) {
        RetryToken token = retries.acquireInitialToken(AcquireInitialTokenRequest.create("call"))
                .token();
        for (int retried = 0; ; retried++) {
            try {
                token = retries.refreshRetryToken(RefreshRetryTokenRequest.builder()
                                .token(token)
                                .failure(RetryableException.create("The server had a bad moment"))
                                .build())
                        .token();
            } catch (TokenAcquisitionFailedException noMore) {
                return retried;
            }
        }
    }

    private static ClientSettings quick() {
        return new ClientSettings(
                PATIENT.connect(), Duration.ofSeconds(2), Duration.ofMinutes(2), Duration.ofMinutes(1), 50, 4);
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Executes one Put and keeps its answer to itself. */
    private static final class HeldPut implements Law {
        final AtomicBoolean next = new AtomicBoolean();
        final CountDownLatch release = new CountDownLatch(1);

        @Override
        public AwsResponse apply(Call call, Next path) {
            AwsResponse answer = path.answer(call);
            if (call.request() instanceof PutItemRequest && next.compareAndSet(true, false)) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return answer;
        }
    }
}
