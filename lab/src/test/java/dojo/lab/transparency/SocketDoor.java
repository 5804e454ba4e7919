package dojo.lab.transparency;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Speaks to an HTTP server over one kept connection; the smallest client there is, since an ordinary one takes ten times
 * as long as DynamoDB Local itself.
 */
final class SocketDoor implements Door, AutoCloseable {

    private static final long IDLE_NANOS = 5_000_000_000L;

    private final int port;
    private final String accessKey;
    private Socket socket;
    private InputStream input;
    private long lastUsed = System.nanoTime();

    /** DynamoDB Local keeps a database for each access key: doors with different keys share nothing. */
    SocketDoor(int port, String accessKey) throws IOException {
        this.port = port;
        this.accessKey = accessKey;
        socket = connected(port);
        input = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    private void reconnect() throws IOException {
        socket.close();
        socket = connected(port);
        input = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    private static Socket connected(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Answer ask(Ask ask) throws IOException {
        if (System.nanoTime() - lastUsed > IDLE_NANOS) {
            // A server hangs up on a connection that nobody uses: not an outcome of the next request.
            reconnect();
        }
        try {
            return send(ask);
        } catch (IOException broken) {
            reconnect();
            throw broken;
        } finally {
            lastUsed = System.nanoTime();
        }
    }

    private Answer send(Ask ask) throws IOException {
        byte[] body = ask.body();
        String head = "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: " + ask.target()
                + "\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Date: 20261122T000000Z\r\n"
                + "Authorization: AWS4-HMAC-SHA256 Credential=" + accessKey
                + "/20261122/us-east-1/dynamodb/aws4_request,"
                + " SignedHeaders=host;x-amz-date;x-amz-target, Signature=00\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length);
        request.writeBytes(head.getBytes(ISO_8859_1));
        request.writeBytes(body);
        socket.getOutputStream().write(request.toByteArray());
        return answer();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = body(headers);
        if ("close".equalsIgnoreCase(headers.get("connection"))) {
            reconnect();
        }
        return new Answer(status, Json.asObject(Json.parse(body)));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        return "chunked".equalsIgnoreCase(headers.get("transfer-encoding"))
                ? chunks()
                : input.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            body.writeBytes(input.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = input.read(); c != '\n'; c = input.read()) {
            if (c < 0) {
                throw new EOFException("The server hung up in the middle of a line: " + line);
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
