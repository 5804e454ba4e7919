package dojo.lab.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.door.Socketed.Got;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/** The HTTP door with many guests, and on its way out. */
class BusyHttpTest {

    private static final String LIST = "DynamoDB_20120810.ListTables";
    private static final String HEAD = "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: " + LIST
            + "\r\nContent-Type: " + Socketed.JSON + "\r\nContent-Length: 2\r\n\r\n";

    @Test
    void two_hundred_connections_are_answered_at_the_same_time() throws IOException {
        // Nobody gets an answer before all have asked.
        CyclicBarrier all = new CyclicBarrier(200);
        List<Socketed> sockets = new ArrayList<>();
        try (HttpDoor door = open(request -> {
            await(all);
            return ListTablesResponse.builder().build();
        })) {
            for (int i = 0; i < 200; i++) {
                sockets.add(Socketed.to(door));
            }
            for (Socketed socket : sockets) {
                socket.write(HEAD, new byte[] {'{', '}'});
            }
            for (Socketed socket : sockets) {
                assertThat(socket.read().status()).isEqualTo(200);
            }
        } finally {
            for (Socketed socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void connections_beyond_the_threads_wait_their_turn() throws IOException {
        List<Socketed> sockets = new ArrayList<>();
        try (HttpDoor door = open(request -> ListTablesResponse.builder().build())) {
            for (int i = 0; i < 600; i++) {
                sockets.add(Socketed.to(door));
            }
            for (Socketed socket : sockets) {
                socket.write(HEAD, new byte[] {'{', '}'});
            }
            for (Socketed socket : sockets) {
                assertThat(socket.read().status()).isEqualTo(200);
            }
        } finally {
            for (Socketed socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void a_request_that_runs_when_the_door_closes_is_answered_and_never_interrupted() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        HttpDoor door = open(request -> {
            inside.countDown();
            await(goOn);
            interrupted.set(Thread.currentThread().isInterrupted());
            return ListTablesResponse.builder().tableNames("finished").build();
        });
        try (Socketed socket = Socketed.to(door)) {
            socket.write(HEAD, new byte[] {'{', '}'});
            inside.await();
            CompletableFuture<Void> closing = CompletableFuture.runAsync(door::close);
            goOn.countDown();
            Got got = socket.read();
            closing.join();

            assertThat(got.text()).contains("finished");
            assertThat(interrupted).isFalse();
            assertThatThrownBy(() -> Socketed.to(door).close()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_door_can_be_closed_twice_and_its_port_is_free_again() throws IOException {
        HttpDoor first = open(request -> ListTablesResponse.builder().build());
        int port = first.port();
        first.close();
        first.close();

        HttpDoor second = Doors.open(
                new Answering(request -> ListTablesResponse.builder().build()),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        second.close();

        assertThat(second.address().getPort()).isEqualTo(port);
    }

    @Test
    void a_guest_that_hangs_up_in_the_middle_of_a_request_harms_nobody() throws IOException {
        try (HttpDoor door = open(request -> ListTablesResponse.builder().build())) {
            try (Socketed rude = Socketed.to(door)) {
                rude.write(HEAD.replace("Content-Length: 2", "Content-Length: 200"), new byte[] {'{'});
            }
            try (Socketed polite = Socketed.to(door)) {
                assertThat(polite.post(LIST, "{}").status()).isEqualTo(200);
            }
        }
    }

    private static HttpDoor open(Function<AwsRequest, AwsResponse> answer) {
        return Doors.open(new Answering(answer), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
