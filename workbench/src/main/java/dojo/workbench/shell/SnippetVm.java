package dojo.workbench.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.workbench.worker.ChildJvm;
import dojo.workbench.worker.JvmLayout;
import dojo.workbench.worker.Memory;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jdk.jshell.execution.StreamingExecutionControl;
import jdk.jshell.execution.Util;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionEnv;

/** The process in which snippets run, seen from the prompt. Thread-safe. */
final class SnippetVm implements AutoCloseable {
    private static final String MAIN = "dojo.workbench.shell.child.ShellMain";
    private static final Duration OPENING = Duration.ofSeconds(60);
    private static final Duration ANSWERING = Duration.ofMinutes(2);

    private final ChildJvm child;
    private final Socket stream;
    private long asked;

    private SnippetVm(ChildJvm child, Socket stream) {
        this.child = child;
        this.stream = stream;
    }

    /**
     * Starts the process; its lab opens in the meantime.
     *
     * @throws IOException with a sentence if it does not start
     */
    static SnippetVm start(JvmLayout layout) throws IOException {
        ChildJvm child = ChildJvm.start(layout, MAIN);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String secret = UUID.randomUUID().toString();
            child.wire().send(Wire.message().put("port", server.getLocalPort()).put("secret", secret));
            return new SnippetVm(child, accept(server, secret));
        } catch (IOException e) {
            child.close();
            throw e;
        }
    }

    private static Socket accept(ServerSocket server, String secret) throws IOException {
        server.setSoTimeout(10_000);
        while (true) {
            Socket socket = server.accept();
            socket.setSoTimeout(2_000);
            byte[] said = socket.getInputStream().readNBytes(secret.length());
            if (new String(said, StandardCharsets.US_ASCII).equals(secret)) {
                socket.setSoTimeout(0);
                socket.setTcpNoDelay(true);
                return socket;
            }
            socket.close();
        }
    }

    /** JShell's way to run code there. */
    ExecutionControl control(ExecutionEnv env) throws IOException {
        return Util.remoteInputOutput(
                stream.getInputStream(),
                stream.getOutputStream(),
                Map.of("out", env.userOut(), "err", env.userErr()),
                Map.of("in", env.userIn()),
                (in, out) -> new StreamingExecutionControl(out, in));
    }

    /** Waits until the lab is open; throws with a sentence if it does not open. */
    void ready() throws IOException {
        ask(Wire.message().put("op", "ready"), OPENING);
    }

    /** Asks and waits for the answer. */
    JsonNode ask(ObjectNode request) throws IOException {
        return ask(request, ANSWERING);
    }

    /** Asks the running snippet to stop; whether it does is seen elsewhere. */
    void stopSnippet() throws IOException {
        ask(Wire.message().put("op", "stop"));
    }

    boolean isAlive() {
        return child.isAlive();
    }

    /** How the process ended, as half a sentence. */
    String ending() {
        try {
            Optional<Integer> code = child.exitCode();
            if (child.lastWords().contains("OutOfMemoryError")) {
                return "The snippet used up the memory of its process (" + Memory.MEGABYTES + " MB)";
            }
            return code.map(number -> "The process of the snippets has ended with code " + number
                            + (number >= 0 && number < 128 ? ", as by System.exit(" + number + ")" : ""))
                    .orElse("The connection to the process of the snippets is lost");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "The process of the snippets has ended";
        }
    }

    @Override
    public void close() {
        child.close();
        try {
            stream.close();
        } catch (IOException e) {
            // The other end is gone already.
        }
    }

    /** The process understood, and says in a sentence why it will not do it. */
    static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;

        Refusal(String sentence) {
            super(sentence);
        }
    }

    /** Asks and waits for the answer at most so long. */
    synchronized JsonNode ask(ObjectNode request, Duration limit) throws IOException {
        try {
            long id = ++asked;
            child.wire().send(request.put("id", id));
            JsonNode said = answer(id, System.nanoTime() + limit.toNanos());
            if (said.has("error")) {
                throw new Refusal(said.get("error").asText());
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the process of the prompt.", e);
        }
    }

    /** An answer to an earlier request, which nobody waits for any more, may arrive first. */
    private JsonNode answer(long id, long deadline) throws IOException, InterruptedException {
        while (true) {
            Optional<JsonNode> said =
                    child.await(Duration.ofNanos(deadline - System.nanoTime())).flatMap(ChildJvm.Message::content);
            if (said.isEmpty()) {
                throw new IOException("The process of the prompt does not answer.");
            }
            if (said.get().path("id").asLong() == id) {
                return said.get();
            }
        }
    }
}
