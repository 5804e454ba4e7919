package dojo.lab.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.law.ConnectionLost;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;

class AsyncDoorTest {

    @Test
    void many_requests_at_once_each_get_their_own_answer() {
        try (AsyncDoor door = new AsyncDoor(new Answering(request -> ListTablesResponse.builder()
                        .tableNames("table-" + ((ListTablesRequest) request).limit())
                        .build()));
                DynamoDbAsyncClient client = LabClients.items(door)) {
            List<CompletableFuture<ListTablesResponse>> answers = IntStream.rangeClosed(1, 500)
                    .mapToObj(i -> client.listTables(list -> list.limit(i)))
                    .toList();

            for (int i = 1; i <= 500; i++) {
                assertThat(answers.get(i - 1).join().tableNames()).containsExactly("table-" + i);
            }
        }
    }

    @Test
    void a_refusal_is_the_exception_of_the_sdk() {
        try (AsyncDoor door = new AsyncDoor(new Answering(request -> {
                    throw ConditionalCheckFailedException.builder()
                            .message("The conditional request failed")
                            .statusCode(400)
                            .build();
                }));
                DynamoDbAsyncClient client = LabClients.items(door)) {
            assertThatThrownBy(() -> client.listTables().join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ConditionalCheckFailedException.class);
        }
    }

    @Test
    void a_lost_connection_is_tried_again_by_the_sdk() {
        AtomicInteger attempts = new AtomicInteger();
        try (AsyncDoor door = new AsyncDoor(new Answering(request -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new ConnectionLost("on purpose");
                    }
                    return ListTablesResponse.builder().tableNames("sessions").build();
                }));
                DynamoDbAsyncClient client = LabClients.items(door)) {
            assertThat(client.listTables().join().tableNames()).containsExactly("sessions");
            assertThat(attempts).hasValue(3);
        }
    }

    @Test
    void a_call_that_is_cancelled_runs_to_its_end_without_an_interrupt() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        try (AsyncDoor door = new AsyncDoor(new Answering(request -> {
                    inside.countDown();
                    awaitQuietly(goOn);
                    interrupted.set(Thread.currentThread().isInterrupted());
                    done.countDown();
                    return ListTablesResponse.builder().build();
                }));
                DynamoDbAsyncClient client = LabClients.items(door)) {
            CompletableFuture<ListTablesResponse> answer = client.listTables();
            inside.await();
            answer.cancel(true);
            goOn.countDown();
            done.await();

            assertThat(answer).isCancelled();
            assertThat(interrupted).isFalse();
        }
    }

    @Test
    void the_streams_have_a_client_that_does_not_wait_too() {
        try (AsyncDoor door = new AsyncDoor(new Answering(request ->
                        GetRecordsResponse.builder().nextShardIterator("next").build()));
                DynamoDbStreamsAsyncClient client = LabClients.streams(door)) {
            assertThat(client.getRecords(get -> get.shardIterator("first"))
                            .join()
                            .nextShardIterator())
                    .isEqualTo("next");
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
