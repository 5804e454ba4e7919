package dojo.session.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.session.Window;
import dojo.session.dynamo.DynamoSessionMemory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;

/** The retry budget is the token bucket of the SDK's standard strategy, which decision 0055 keeps. */
class RetryBudgetTest {
    @Test
    void a_long_storm_uses_it_up_and_then_each_request_is_sent_once() {
        Storm storm = new Storm();
        try (Ward ward = new Ward(storm);
                DynamoDbClient client = client(ward)) {
            DynamoSessionMemory memory = DynamoSessionMemory.on(client, ward.table, ward.settings());
            storm.rages = true;

            int first = attempts(memory, storm);
            int last = first;
            for (int i = 0; i < 300 && last > 1; i++) {
                last = attempts(memory, storm);
            }
            assertThat(first).isEqualTo(4);
            assertThat(last).isEqualTo(1);

            storm.rages = false;
            for (int i = 0; i < 100; i++) {
                memory.load(Ward.SESSION, Window.latest(1)).contextOrThrow();
            }
            storm.rages = true;
            assertThat(attempts(memory, storm))
                    .as("after successes gave tokens back")
                    .isGreaterThan(1);
        }
    }

    private static int attempts(DynamoSessionMemory memory, Storm storm) {
        int before = storm.seen.get();
        assertThatThrownBy(() -> memory.load(Ward.SESSION, Window.latest(1))).isInstanceOf(SdkException.class);
        return storm.seen.get() - before;
    }

    private static DynamoDbClient client(Ward ward) {
        return DynamoDbClient.builder()
                .httpClient(ward.lab.httpClient())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing")))
                .overrideConfiguration(
                        override -> override.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(4)
                                .backoffStrategy(BackoffStrategy.retryImmediately())
                                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                                .build()))
                .build();
    }

    private static final class Storm implements Law {
        final AtomicInteger seen = new AtomicInteger();
        volatile boolean rages;

        @Override
        public AwsResponse apply(Call call, Next next) {
            seen.incrementAndGet();
            if (rages) {
                throw InternalServerErrorException.builder()
                        .message("It storms")
                        .statusCode(500)
                        .build();
            }
            return next.answer(call);
        }
    }
}
