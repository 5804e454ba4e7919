package dojo.lab.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.law.ConnectionLost;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

class InProcessDoorTest {

    @Test
    void a_server_error_is_tried_four_times_by_the_retries_of_the_sdk() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> listTablesOn(request -> {
                    attempts.incrementAndGet();
                    throw InternalServerErrorException.builder()
                            .message("broken")
                            .statusCode(500)
                            .build();
                }))
                .isInstanceOf(InternalServerErrorException.class);

        assertThat(attempts).hasValue(4);
    }

    @Test
    void an_error_without_a_class_of_its_own_keeps_code_and_message() {
        assertThatThrownBy(() -> listTablesOn(request -> {
                    throw DynamoDbException.builder()
                            .statusCode(400)
                            .awsErrorDetails(AwsErrorDetails.builder()
                                    .errorCode("ValidationException")
                                    .errorMessage("one or more values are wrong")
                                    .build())
                            .build();
                }))
                .isInstanceOfSatisfying(DynamoDbException.class, refused -> {
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
                    assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo("one or more values are wrong");
                });
    }

    @Test
    void a_caller_that_gives_up_does_not_interrupt_the_request() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicBoolean refused = new AtomicBoolean();

        Thread caller = new Thread(() -> {
            try {
                listTablesOn(request -> {
                    inside.countDown();
                    await(goOn);
                    interrupted.set(Thread.currentThread().isInterrupted());
                    done.countDown();
                    return ListTablesResponse.builder().build();
                });
            } catch (SdkException abandoned) {
                refused.set(true);
            }
        });
        caller.start();
        inside.await();
        caller.interrupt();
        caller.join();
        goOn.countDown();
        done.await();

        assertThat(refused).isTrue();
        assertThat(interrupted).isFalse();
    }

    @Test
    void a_lost_connection_is_a_network_failure_that_the_sdk_tries_again() {
        AtomicInteger attempts = new AtomicInteger();

        ListTablesResponse answer = listTablesOn(request -> {
            if (attempts.incrementAndGet() < 3) {
                throw new ConnectionLost("on purpose");
            }
            return ListTablesResponse.builder().tableNames("sessions").build();
        });

        assertThat(answer.tableNames()).containsExactly("sessions");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void a_connection_that_stays_lost_is_an_exception_of_the_client_and_not_of_the_service() {
        assertThatThrownBy(() -> listTablesOn(request -> {
                    throw new ConnectionLost("on purpose");
                }))
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(ConnectionLost.class);
    }

    @Test
    void every_answer_has_a_request_id() {
        String id = listTablesOn(request -> ListTablesResponse.builder().build())
                .responseMetadata()
                .requestId();

        assertThat(id).matches("[0-9A-Z]{52}");
    }

    private static ListTablesResponse listTablesOn(Function<AwsRequest, AwsResponse> answering) {
        InProcessDoor door = new InProcessDoor(new Answering(answering));
        try (DynamoDbClient client = LabClients.items(door)) {
            return client.listTables();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
