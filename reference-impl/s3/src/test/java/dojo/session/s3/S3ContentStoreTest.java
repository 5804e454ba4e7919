package dojo.session.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.session.content.ContentStore;
import dojo.session.content.ContentStore.Kept;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3ContentStoreTest {
    private final FakeS3 s3 = new FakeS3();
    private final S3AsyncClient client = S3AsyncClient.builder()
            .httpClient(s3)
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("nobody", "nothing")))
            .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    private final ContentStore store = S3ContentStore.in(client, "chats", "sessions/");

    @AfterEach
    void closeClient() {
        client.close();
    }

    @Test
    void what_was_put_is_an_object_below_the_prefix_until_it_is_deleted() {
        put("a/b", "price: 12 €");

        assertThat(s3.objects).containsOnlyKeys("sessions/a/b");
        assertThat(store.get("a/b").join())
                .map(bytes -> new String(bytes, UTF_8))
                .contains("price: 12 €");
        store.delete("a/b").join();
        store.delete("a/b").join();
        assertThat(store.get("a/b").join()).isEmpty();
        assertThat(s3.requests).hasSize(5).allMatch(request -> request.contains("chats"));
    }

    @Test
    void large_content_arrives_whole() {
        String large = "0123456789".repeat(100_000);
        put("large", large);

        assertThat(s3.objects.get("sessions/large")).isEqualTo(large.getBytes(UTF_8));
        assertThat(store.get("large").join())
                .map(bytes -> new String(bytes, UTF_8))
                .contains(large);
    }

    @Test
    void a_list_goes_on_after_the_last_name_of_its_page_and_leaves_out_others() {
        List.of("s./1", "s./2", "s./3", "t./1").forEach(name -> put(name, name));
        s3.objects.put("elsewhere/s./4", new byte[0]);

        ContentStore.Listed first = store.list("s./", "").join();
        ContentStore.Listed second = store.list("s./", "s./2").join();

        assertThat(first.kept()).containsExactly(new Kept("s./1", 4, FakeS3.NOON), new Kept("s./2", 4, FakeS3.NOON));
        assertThat(first.last()).isFalse();
        assertThat(second.kept()).containsExactly(new Kept("s./3", 4, FakeS3.NOON));
        assertThat(second.last()).isTrue();
    }

    @Test
    void a_failure_is_never_an_empty_answer() {
        put("a", "one");
        s3.failure = Optional.of(500);

        assertThatThrownBy(() -> store.get("a").join()).hasRootCauseInstanceOf(S3Exception.class);
        assertThatThrownBy(() -> store.list("", "").join()).hasRootCauseInstanceOf(S3Exception.class);
        s3.failure = Optional.of(403);
        assertThatThrownBy(() -> store.get("a").join()).hasRootCauseInstanceOf(S3Exception.class);
    }

    @Test
    void names_and_prefixes_that_cannot_be_right_are_refused_before_any_request() {
        assertThatThrownBy(() -> store.get("a/../b")).hasMessageContaining("a/../b");
        for (String prefix : List.of("", "sessions", "/sessions/", "x".repeat(100) + "/")) {
            assertThatThrownBy(() -> S3ContentStore.in(client, "chats", prefix)).hasMessageContaining("sessions/");
        }
        assertThat(s3.requests).isEmpty();
    }

    private void put(String name, String content) {
        store.put(name, content.getBytes(UTF_8)).join();
    }
}
