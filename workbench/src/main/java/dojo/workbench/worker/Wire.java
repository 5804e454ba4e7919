package dojo.workbench.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One JSON object a line, both ways, over a socket. Sending is thread-safe; one thread receives. */
public final class Wire implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    public Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = socket.getOutputStream();
    }

    /** An empty message to fill. */
    public static ObjectNode message() {
        return JSON.createObjectNode();
    }

    /** Sends one message, whole. */
    public void send(ObjectNode message) throws IOException {
        byte[] line = (JSON.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(line);
            out.flush();
        }
    }

    /** Waits for one message; empty once the other side is gone. */
    public Optional<JsonNode> receive() throws IOException {
        String line = in.readLine();
        return line == null ? Optional.empty() : Optional.of(JSON.readTree(line));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
