package dojo.exhibits.attempts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.door.LabClients;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;

@WithLab(laws = """
        [[faults.rules]]
        fault = "internal-server-error"
        """)
@WithTable
class Attempts_01_DefaultSendsNineTimes {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("Left alone, the SDK's client for DynamoDB sends a call up to nine"
            + " times; a strategy set in code sends it as often as the code says.");

    @Test
    void one_call_is_nine_requests(Lab lab, LabTable table) {
        RetryStrategy untouched;
        try (var client = DynamoDbClient.builder()
                .httpClient(lab.httpClient())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            untouched = client.serviceClientConfiguration()
                    .overrideConfiguration()
                    .retryStrategy()
                    .orElseThrow();
        }

        int byDefault = requests(lab, table, atOnce(untouched));
        int pinned = requests(lab, table, atOnce(LabClients.retries()));

        assertThat(byDefault).isEqualTo(untouched.maxAttempts());
        assertThat(pinned).isLessThan(byDefault);
        EXHIBIT.measured("requests", byDefault);
        EXHIBIT.measured("requests-when-pinned", pinned);
    }

    /** The same strategy without its pauses, which are not what is counted here. */
    private static RetryStrategy atOnce(RetryStrategy strategy) {
        return strategy.toBuilder()
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .build();
    }

    private static int requests(Lab lab, LabTable table, RetryStrategy retries) {
        int before = lab.trace().lines().size();
        var client = LabClients.items(lab.httpClient(), retries);
        assertThatThrownBy(() -> client.scan(scan -> scan.tableName(table.name())))
                .isInstanceOf(InternalServerErrorException.class);
        return lab.trace().lines().size() - before;
    }
}
