package dojo.lab.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One answer on the wire.
 *
 * <p>The checksum is of the bytes that are sent: of the compressed ones, where the answer is compressed.
 *
 * @see <a href="https://pkg.go.dev/github.com/aws/aws-sdk-go-v2/service/dynamodb/internal/customizations">How the SDK
 *     for Go checks it</a>
 */
record Reply(Request request, Response response, Callback callback) {

    /** Shorter answers gain nothing; where the service draws this line is not documented. */
    private static final int WORTH_COMPRESSING = 1024;

    void json(String contentType, Answer answer) {
        byte[] body = answer.body();
        if (body.length >= WORTH_COMPRESSING && AcceptEncoding.takesGzip(request.getHeaders())) {
            body = gzip(body);
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        response.getHeaders().put("x-amzn-RequestId", answer.requestId());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        send(answer.status(), body);
    }

    void text(int status, String words) {
        response.getHeaders().put("x-amzn-RequestId", RequestIds.next());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        send(status, words.getBytes(StandardCharsets.UTF_8));
    }

    void empty(int status) {
        response.setStatus(status);
        response.write(true, null, callback);
    }

    /** The connection is gone; only the server must still learn that this request is over. */
    void nothing(Throwable why) {
        callback.failed(why);
    }

    private void send(int status, byte[] body) {
        response.setStatus(status);
        CRC32 checksum = new CRC32();
        checksum.update(body);
        response.getHeaders().put("x-amz-crc32", Long.toString(checksum.getValue()));
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean head = request.getMethod().equals("HEAD");
        response.write(true, head ? null : ByteBuffer.wrap(body), callback);
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
