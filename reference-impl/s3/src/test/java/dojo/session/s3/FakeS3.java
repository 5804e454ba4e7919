package dojo.session.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;

/** As much of S3 as a store of content needs, spoken to in HTTP as the SDK speaks it; pages of two, bodies in memory. */
final class FakeS3 implements SdkAsyncHttpClient {
    private static final int PAGE = 2;
    static final Instant NOON = Instant.parse("2086-11-22T12:00:00Z");

    final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    final List<String> requests = new ArrayList<>();
    Optional<Integer> failure = Optional.empty();

    @Override
    public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
        CompletableFuture<byte[]> body = new CompletableFuture<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        request.requestContentPublisher().subscribe(new Collector(bytes, body));
        return body.handle((all, broken) -> {
            Reply reply = broken == null ? safely(request.request(), all) : new Reply(400, broken.toString());
            request.responseHandler()
                    .onHeaders(SdkHttpResponse.builder()
                            .statusCode(reply.status)
                            .putHeader("Content-Length", Integer.toString(reply.body.length))
                            .putHeader("Content-Type", "application/xml")
                            .build());
            request.responseHandler()
                    .onStream(SdkPublisher.adapt(
                            subscriber -> new Once(ByteBuffer.wrap(reply.body), subscriber).start()));
            return null;
        });
    }

    private static final class Reply {
        final int status;
        final byte[] body;

        Reply(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        Reply(int status, String body) {
            this(status, body.getBytes(UTF_8));
        }
    }

    /** A mistake of this fake fails the request; without an answer its caller would wait for ever. */
    private Reply safely(SdkHttpRequest request, byte[] body) {
        try {
            return answer(request, body);
        } catch (RuntimeException mistake) {
            return new Reply(400, error(mistake.toString()));
        }
    }

    private synchronized Reply answer(SdkHttpRequest request, byte[] body) {
        String path = URLDecoder.decode(request.encodedPath(), UTF_8);
        requests.add(request.method() + " " + request.host() + path);
        if (failure.isPresent()) {
            return new Reply(failure.get(), error("InternalError"));
        }
        // The bucket itself has no path at all.
        String key = path.startsWith("/") ? path.substring(1) : path;
        if (request.method() == SdkHttpMethod.PUT) {
            objects.put(key, decoded(request, body));
            return new Reply(200, "");
        }
        if (request.method() == SdkHttpMethod.DELETE) {
            objects.remove(key);
            return new Reply(204, "");
        }
        if (request.rawQueryParameters().containsKey("list-type")) {
            return new Reply(200, list(request));
        }
        byte[] object = objects.get(key);
        return object == null ? new Reply(404, error("NoSuchKey")) : new Reply(200, object);
    }

    private static String error(String code) {
        return "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>fake</Message></Error>";
    }

    private String list(SdkHttpRequest request) {
        String prefix = parameter(request, "prefix");
        String after = parameter(request, "start-after");
        List<String> keys = objects.keySet().stream()
                .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0)
                .toList();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><ListBucketResult><IsTruncated>")
                .append(keys.size() > PAGE)
                .append("</IsTruncated>");
        keys.stream()
                .limit(PAGE)
                .forEach(key -> xml.append("<Contents><Key>")
                        .append(key)
                        .append("</Key><LastModified>")
                        .append(NOON)
                        .append("</LastModified><Size>")
                        .append(Objects.requireNonNull(objects.get(key)).length)
                        .append("</Size></Contents>"));
        return xml.append("</ListBucketResult>").toString();
    }

    private static String parameter(SdkHttpRequest request, String name) {
        return request.firstMatchingRawQueryParameter(name).orElse("");
    }

    /** The SDK sends a body in chunks when a check sum follows it: each is its length in hex, a line end, and the bytes. */
    private static byte[] decoded(SdkHttpRequest request, byte[] body) {
        if (request.firstMatchingHeader("x-amz-decoded-content-length").isEmpty()) {
            return body;
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int line = at;
            while (body[line] != '\r') {
                line++;
            }
            int length = Integer.parseInt(new String(body, at, line - at, UTF_8).replaceFirst(";.*", ""), 16);
            if (length == 0) {
                return plain.toByteArray();
            }
            plain.writeBytes(Arrays.copyOfRange(body, line + 2, line + 2 + length));
            at = line + 2 + length + 2;
        }
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
