package dojo.lab.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class AskerTest {
    private final Scene scene = new Scene();
    private final Meter meter = scene.lab.meter();
    private final String table = scene.plain();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void nobody_is_named_unless_somebody_finds_out() {
        get("a");

        assertThat(meter.lines()).extracting(RequestLine::asker).containsExactly(Optional.empty());
    }

    @Test
    void the_finder_runs_on_the_thread_that_makes_the_request() {
        meter.askedBy(() -> Optional.of(Thread.currentThread().getName()));

        get("a");

        assertThat(names()).containsExactly(Thread.currentThread().getName());
    }

    @Test
    void a_refused_request_has_an_asker_too() {
        meter.askedBy(() -> Optional.of("line 7"));

        assertThatThrownBy(() -> scene.ddb.scan(scan -> scan.tableName("nowhere")))
                .isInstanceOf(ResourceNotFoundException.class);

        assertThat(names()).containsExactly("line 7");
    }

    @Test
    void requests_that_nobody_waits_for_keep_their_own_askers() {
        var asking = new ThreadLocal<String>();
        meter.askedBy(() -> Optional.ofNullable(asking.get()));

        List<CompletableFuture<GetItemResponse>> answers = IntStream.range(0, 200)
                .mapToObj(i -> {
                    asking.set("line " + i);
                    return scene.lab
                            .asyncClient()
                            .getItem(get -> get.tableName(table).key(key("k" + i)));
                })
                .toList();
        answers.forEach(CompletableFuture::join);

        assertThat(meter.lines())
                .hasSize(200)
                .allSatisfy(line -> assertThat(line.subject())
                        .contains("\"k" + line.asker().orElseThrow().substring("line ".length()) + "\""));
    }

    @Test
    void whoever_asks_last_is_not_remembered_for_the_next() {
        meter.askedBy(() -> Optional.of("line 7"));
        get("a");
        meter.askedBy(Optional::empty);
        get("b");

        assertThat(meter.lines())
                .extracting(RequestLine::asker)
                .containsExactly(Optional.of("line 7"), Optional.empty());
    }

    private List<String> names() {
        return meter.lines().stream().map(line -> line.asker().orElseThrow()).toList();
    }

    private void get(String id) {
        scene.ddb.getItem(get -> get.tableName(table).key(key(id)));
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("PK", AttributeValue.fromS(id), "SK", AttributeValue.fromS("x"));
    }
}
