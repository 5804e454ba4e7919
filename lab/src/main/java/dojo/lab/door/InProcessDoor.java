package dojo.lab.door;

import dojo.lab.store.Operation;
import dojo.lab.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * An HTTP client of the SDK without a socket: what the SDK would send goes to a {@link Store}.
 *
 * <p>Standing below the SDK's pipeline keeps marshalling, retries, exceptions and paginators the SDK's own. Safe for
 * use by many threads.
 */
public final class InProcessDoor implements SdkHttpClient {

    private static final String CONTENT_TYPE = "application/x-amz-json-1.0";
    private static final String TARGET = "X-Amz-Target";

    private final Store store;
    private final LabThreads threads = new LabThreads();

    public InProcessDoor(Store store) {
        this.store = store;
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
        String target = request.httpRequest().firstMatchingHeader(TARGET).orElse("");
        Optional<Operation> operation = Operation.named(target.substring(target.indexOf('.') + 1));
        if (operation.isEmpty()) {
            return response(400, JsonError.unknownOperation(target));
        }
        AwsRequest typed;
        try (InputStream body = request.contentStreamProvider()
                .orElseThrow(() -> new IOException("A request without a body reached the lab: " + target))
                .newStream()) {
            typed = (AwsRequest) JsonCodec.decode(body, operation.get().requestBuilder());
        }
        return threads.call(() -> answer(typed));
    }

    private HttpExecuteResponse answer(AwsRequest request) {
        try {
            return response(200, JsonCodec.encode(store.execute(request)));
        } catch (AwsServiceException refused) {
            int status = refused.statusCode() == 0 ? 400 : refused.statusCode();
            return response(status, JsonError.of(refused));
        }
    }

    private static HttpExecuteResponse response(int status, byte[] body) {
        return HttpExecuteResponse.builder()
                .response(SdkHttpFullResponse.builder()
                        .statusCode(status)
                        .putHeader("Content-Type", CONTENT_TYPE)
                        .putHeader("Content-Length", Integer.toString(body.length))
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }
}
