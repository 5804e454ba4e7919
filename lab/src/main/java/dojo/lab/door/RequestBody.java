package dojo.lab.door;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** The body of a request, read whole within bounds. */
sealed interface RequestBody {

    /**
     * 16 MiB, and not a byte more.
     *
     * @see <a href="https://github.com/architect/dynalite/blob/main/test/connection.js">The answer 413 of the service,
     *     written down as a test</a>
     */
    int LARGEST = 16 << 20;

    /** How much of a body that is too large is still read: most clients look for an answer only after sending. */
    int PATIENCE = 64 << 20;

    @SuppressWarnings("ArrayRecordComponent") // Bodies are read, never compared.
    record Whole(byte[] bytes) implements RequestBody {}

    record TooLarge() implements RequestBody {}

    record Unreadable(String why) implements RequestBody {}

    static RequestBody read(Request request) throws IOException {
        InputStream stream = Content.Source.asInputStream(request);
        boolean waits = request.getHeaders().contains(HttpHeader.EXPECT);
        if (waits && request.getLength() > LARGEST) {
            return new TooLarge();
        }
        byte[] sent = stream.readNBytes(LARGEST + 1);
        if (sent.length > LARGEST) {
            skip(stream);
            return new TooLarge();
        }
        String coding = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_ENCODING))
                .orElse("identity")
                .trim()
                .toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> new Whole(sent);
            case "gzip", "x-gzip" -> unpack(sent);
            default -> new Unreadable("Content-Encoding '" + coding + "' is not spoken here. Send gzip or identity.");
        };
    }

    private static RequestBody unpack(byte[] sent) {
        try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST ? new TooLarge() : new Whole(bytes);
        } catch (IOException broken) {
            return new Unreadable("Content-Encoding says gzip, and the body is not: " + broken.getMessage());
        }
    }

    private static void skip(InputStream stream) throws IOException {
        byte[] discarded = new byte[64 << 10];
        long left = PATIENCE;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = stream.read(discarded);
            left -= Math.max(0, read);
        }
    }
}
