package dojo.lab.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.door.InProcessDoor;
import dojo.lab.door.LabClients;
import dojo.lab.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * What the SDK's documentation announces: four attempts, full jitter, from 25 ms, or from a second when throttled.
 *
 * @see <a href="https://github.com/aws/aws-sdk-java-v2/issues/6987">issue 6987</a>
 */
class VirtualRetriesTest {

    private final VirtualClock clock = new VirtualClock();
    private final List<Duration> attempts = new ArrayList<>();

    @Test
    void a_throttled_client_backs_off_on_the_virtual_clock() {
        call(0.5, () -> refusal(ProvisionedThroughputExceededException.builder(), 400));
        // Half of 1 s, then of 2 s, then of 4 s, each after the one before.
        assertThat(attempts)
                .containsExactly(
                        Duration.ZERO, Duration.ofMillis(500), Duration.ofMillis(1500), Duration.ofMillis(3500));
    }

    @Test
    void an_error_of_the_server_is_retried_sooner() {
        call(0.8, () -> refusal(InternalServerErrorException.builder(), 500));
        // 0.8 of 25 ms, of 50 ms, of 100 ms.
        assertThat(attempts)
                .containsExactly(Duration.ZERO, Duration.ofMillis(20), Duration.ofMillis(60), Duration.ofMillis(140));
    }

    @Test
    void a_cancelled_transaction_is_not_retried() {
        call(0.5, () -> refusal(TransactionCanceledException.builder(), 400));
        assertThat(attempts).containsExactly(Duration.ZERO);
    }

    @Test
    void a_changed_copy_still_waits_on_the_clock() {
        VirtualRetries copy = VirtualRetries.on(clock, attempt -> 0.5).toBuilder()
                .maxAttempts(2)
                .build();
        assertThat(copy.maxAttempts()).isEqualTo(2);
        call(copy, () -> refusal(InternalServerErrorException.builder(), 500));
        // Half of 25 ms.
        assertThat(attempts).containsExactly(Duration.ZERO, Duration.ofNanos(12_500_000));
    }

    @Test
    void other_tasks_act_while_a_task_backs_off() {
        List<String> acts = new ArrayList<>();
        Scenario.on(clock, 1)
                .task("throttled", () -> {
                    call(0.5, () -> refusal(ProvisionedThroughputExceededException.builder(), 400));
                    acts.add("gave up");
                })
                .task("other", () -> {
                    clock.pass(Duration.ofSeconds(3));
                    acts.add("went on");
                })
                .run();
        assertThat(acts).containsExactly("went on", "gave up");
        assertThat(attempts).hasSize(4).endsWith(Duration.ofMillis(3500));
    }

    private void call(double jitter, Supplier<AwsServiceException> refusal) {
        call(VirtualRetries.on(clock, attempt -> jitter), refusal);
    }

    private void call(VirtualRetries retries, Supplier<AwsServiceException> refusal) {
        Instant start = clock.instant();
        Store refusing = new Store() {
            @Override
            public AwsResponse execute(AwsRequest request) {
                attempts.add(Duration.between(start, clock.instant()));
                throw refusal.get();
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
        try (InProcessDoor door = new InProcessDoor(refusing);
                DynamoDbClient client = LabClients.items(door, retries)) {
            assertThatThrownBy(
                            () -> client.listTables(ListTablesRequest.builder().build()))
                    .isInstanceOf(AwsServiceException.class);
        }
    }

    private static AwsServiceException refusal(AwsServiceException.Builder builder, int status) {
        String name = builder.build().getClass().getSimpleName();
        return builder.awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(name)
                        .errorMessage("No.")
                        .build())
                .statusCode(status)
                .build();
    }
}
