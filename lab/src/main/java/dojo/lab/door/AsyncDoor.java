package dojo.lab.door;

import dojo.lab.bill.Asker;
import dojo.lab.bill.Meter;
import dojo.lab.law.ConnectionLost;
import dojo.lab.store.Store;
import dojo.lab.time.Scenario;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;
import software.amazon.awssdk.utils.async.SimplePublisher;

/**
 * The twin of {@link InProcessDoor} for clients that do not wait.
 *
 * <p>Requests run, and are answered, on threads of the lab. A call that is cancelled runs to its end all the same: its
 * outcome is unknown to the caller, as it would be in a network. Safe for use by many threads.
 */
public final class AsyncDoor implements SdkAsyncHttpClient {

    /** As many as the SDK's own asynchronous client keeps connections to one service; the rest waits its turn. */
    private static final int AT_ONCE = 50;

    private final Protocol protocol;
    private final Meter meter;
    private final ExecutorService threads = atMost(AT_ONCE);
    private final LabThreads waiting = new LabThreads();

    public AsyncDoor(Store store) {
        this(store, new Meter());
    }

    /** A door whose requests stand on this meter, which may want to know who makes them. */
    public AsyncDoor(Store store, Meter meter) {
        protocol = new Protocol(store);
        this.meter = meter;
    }

    private static ExecutorService atMost(int threads) {
        ThreadPoolExecutor bounded =
                new ThreadPoolExecutor(threads, threads, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "lab");
                    thread.setDaemon(true);
                    return thread;
                });
        bounded.allowCoreThreadTimeOut(true);
        return bounded;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // What fails is told to the handler of the response.
    public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
        Asker asker = meter.asker();
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<byte[]> body = Bytes.of(request.requestContentPublisher());
        body.whenComplete((bytes, failure) -> {
            if (failure != null) {
                fail(request.responseHandler(), done, failure);
            } else {
                start(request, bytes, asker, done);
            }
        });
        return done;
    }

    private void start(AsyncExecuteRequest request, byte[] body, Asker asker, CompletableFuture<Void> done) {
        if (!Scenario.insideTask()) {
            threads.execute(() -> answer(request, body, asker, done));
            return;
        }
        // The tasks of a scenario act one at a time, so nothing may go on behind the back of this one.
        try {
            waiting.call(() -> {
                answer(request, body, asker, done);
                return done;
            });
        } catch (IOException abandoned) {
            fail(request.responseHandler(), done, abandoned);
        }
    }

    private void answer(AsyncExecuteRequest request, byte[] body, Asker asker, CompletableFuture<Void> done) {
        try {
            Answer answer = asker.does(() -> protocol.answer(SdkHttp.target(request.request()), body));
            if (!done.isDone()) {
                deliver(answer, request.responseHandler(), done);
            }
        } catch (ConnectionLost lost) {
            fail(request.responseHandler(), done, SdkHttp.reset(lost));
        } catch (RuntimeException | Error defect) {
            fail(request.responseHandler(), done, defect);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What fails while it is sent fails the completion, too.
    private static void deliver(Answer answer, SdkAsyncHttpResponseHandler handler, CompletableFuture<Void> done) {
        handler.onHeaders(SdkHttp.response(answer));
        SimplePublisher<ByteBuffer> content = new SimplePublisher<>();
        handler.onStream(content);
        content.send(ByteBuffer.wrap(answer.body()));
        content.complete().whenComplete((nothing, failure) -> {
            if (failure == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(failure);
            }
        });
    }

    private static void fail(SdkAsyncHttpResponseHandler handler, CompletableFuture<Void> done, Throwable failure) {
        handler.onError(failure);
        done.completeExceptionally(failure);
    }

    @Override
    public String clientName() {
        return "DojoLabAsync";
    }

    /** Leaves the store open: it belongs to the lab. */
    @Override
    public void close() {
        threads.shutdown();
        waiting.close();
    }
}
