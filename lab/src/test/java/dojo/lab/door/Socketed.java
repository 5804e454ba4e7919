package dojo.lab.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection to an HTTP door, spoken to by hand: no client's kindness hides what the door does. */
final class Socketed implements AutoCloseable {

    static final String JSON = "application/x-amz-json-1.0";

    private final Socket socket;
    private final InputStream in;

    private Socketed(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static Socketed to(HttpDoor door) throws IOException {
        URI address = door.address();
        return new Socketed(new Socket(address.getHost(), address.getPort()));
    }

    /** What came back; names of headers in small letters. */
    @SuppressWarnings("ArrayRecordComponent")
    record Got(int status, Map<String, String> head, byte[] body) {

        String text() {
            return new String(body, UTF_8);
        }

        String header(String name) {
            return head.getOrDefault(name, "");
        }
    }

    Got post(String target, String body) throws IOException {
        return post(target, JSON, body.getBytes(UTF_8), "");
    }

    Got post(String target, String contentType, byte[] body, String moreHead) throws IOException {
        String type = contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n";
        String head = "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: " + target + "\r\n" + type + moreHead
                + "Content-Length: " + body.length + "\r\n\r\n";
        return send(head, body);
    }

    Got send(String head, byte[] body) throws IOException {
        write(head, body);
        return read();
    }

    void write(String head, byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        socket.getOutputStream().write(bytes.toByteArray());
        socket.getOutputStream().flush();
    }

    /** The next answer; fails if the other side hangs up instead. */
    Got read() throws IOException {
        String status = line();
        Map<String, String> head = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            head.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        int length = Integer.parseInt(head.getOrDefault("content-length", "0"));
        return new Got(Integer.parseInt(status.split(" ", -1)[1]), head, in.readNBytes(length));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The door hung up after '" + line.toString(UTF_8) + "'.");
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
