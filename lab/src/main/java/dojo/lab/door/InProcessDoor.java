package dojo.lab.door;

import dojo.lab.bill.Asker;
import dojo.lab.bill.Meter;
import dojo.lab.law.ConnectionLost;
import dojo.lab.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An HTTP client of the SDK without a socket: what the SDK would send goes to a {@link Store}.
 *
 * <p>Standing below the SDK's pipeline keeps marshalling, retries, exceptions and paginators the SDK's own. Safe for
 * use by many threads.
 */
public final class InProcessDoor implements SdkHttpClient {

    private final Protocol protocol;
    private final Meter meter;
    private final LabThreads threads = new LabThreads();

    public InProcessDoor(Store store) {
        this(store, new Meter());
    }

    /** A door whose requests stand on this meter, which may want to know who makes them. */
    public InProcessDoor(Store store, Meter meter) {
        protocol = new Protocol(store);
        this.meter = meter;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return respond(request);
            }

            @Override
            public void abort() {
                // A caller that no longer waits has an unknown outcome: the request goes on, as it would in a network.
            }
        };
    }

    @Override
    public String clientName() {
        return "DojoLab";
    }

    /** Leaves the store open: it belongs to the lab. */
    @Override
    public void close() {
        threads.close();
    }

    private HttpExecuteResponse respond(HttpExecuteRequest request) throws IOException {
        byte[] body = body(request);
        Asker asker = meter.asker();
        Answer answer = threads.call(() -> answer(SdkHttp.target(request.httpRequest()), body, asker));
        return HttpExecuteResponse.builder()
                .response(SdkHttp.response(answer))
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer.body())))
                .build();
    }

    private Answer answer(String target, byte[] body, Asker asker) throws IOException {
        try {
            return asker.does(() -> protocol.answer(target, body));
        } catch (ConnectionLost lost) {
            throw SdkHttp.reset(lost);
        }
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        ContentStreamProvider provider = request.contentStreamProvider().orElse(null);
        if (provider == null) {
            return new byte[0];
        }
        try (InputStream stream = provider.newStream()) {
            return stream.readAllBytes();
        }
    }
}
