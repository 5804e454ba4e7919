package dojo.workbench.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A Java process of ours that runs somebody else's code, with its own temporary folder.
 *
 * <p>It learns the port and a secret from its standard input and calls back, so that no other program on the machine
 * can pose as it. It ends when this process does. Thread-safe, but one thread at a time should wait for messages.
 */
public final class ChildJvm implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Set<ChildJvm> ALIVE = ConcurrentHashMap.newKeySet();
    private static final Message GONE = new Message(Optional.empty());

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ChildJvm::closeAll, "dojo-end-children"));
    }

    private final Process process;
    private final JvmLife life;
    private final Path temporary;
    private final Wire wire;
    private final Drain drain;
    private final BlockingQueue<Message> inbox = new LinkedBlockingQueue<>();

    private ChildJvm(Process process, JvmLife life, Path temporary, Wire wire, Drain drain) {
        this.process = process;
        this.life = life;
        this.temporary = temporary;
        this.wire = wire;
        this.drain = drain;
    }

    /**
     * Starts a process and waits until it has called back.
     *
     * @param mainClass calls {@link ParentLink#connect()} first
     * @throws IOException with a sentence if the process does not start or does not call back
     */
    public static ChildJvm start(JvmLayout layout, String mainClass) throws IOException {
        return start(layout, JvmLife.SHORT, mainClass);
    }

    /** The same for a process that is to live longer, or shorter. */
    public static ChildJvm start(JvmLayout layout, JvmLife life, String mainClass) throws IOException {
        Path temporary = TemporaryFolder.create("dojo-worker-");
        Process process = null;
        try (ServerSocket server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
            process = new ProcessBuilder(ChildCommand.of(layout, life, mainClass, temporary))
                    .directory(temporary.toFile())
                    .redirectErrorStream(true)
                    .start();
            Drain drain = Drain.of(process.getInputStream());
            String secret = UUID.randomUUID().toString();
            tell(process, server.getLocalPort() + " " + secret + "\n");
            ChildJvm child = new ChildJvm(process, life, temporary, accept(server, process, secret, drain), drain);
            ALIVE.add(child);
            Thread reader = new Thread(child::read, "dojo-worker-reader");
            reader.setDaemon(true);
            reader.start();
            return child;
        } catch (IOException e) {
            if (process != null) {
                process.destroyForcibly();
            }
            TemporaryFolder.delete(temporary);
            throw e;
        }
    }

    /** The temporary folder of the process. */
    Path folder() {
        return temporary;
    }

    public Wire wire() {
        return wire;
    }

    /** The next message; empty when the limit passes first. */
    public Optional<Message> await(Duration limit) throws InterruptedException {
        Message message = inbox.poll(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
        if (message != null && message.content().isEmpty()) {
            inbox.add(GONE); // Whoever asks next must learn it too.
        }
        return Optional.ofNullable(message);
    }

    public boolean isAlive() {
        return process.isAlive() && !inbox.contains(GONE);
    }

    /** How the process ended; empty if it does not end soon. */
    public Optional<Integer> exitCode() throws InterruptedException {
        return process.waitFor(2, TimeUnit.SECONDS) ? Optional.of(process.exitValue()) : Optional.empty();
    }

    /** What the process wrote past its captured streams: the JVM's own last words. */
    public String lastWords() {
        return drain.text();
    }

    /** Hangs up, kills the process once it has had its time to end by itself, and deletes its folder. */
    @Override
    public void close() {
        if (!ALIVE.remove(this)) {
            return;
        }
        try {
            wire.close();
            if (!life.grace().isZero()) {
                process.waitFor(life.grace().toMillis(), TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly();
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            // Closing a socket whose other end may be gone; nothing depends on it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        TemporaryFolder.delete(temporary);
    }

    private static void closeAll() {
        ALIVE.forEach(ChildJvm::close);
        RunFolder.leave();
    }

    private void read() {
        try {
            while (true) {
                Optional<JsonNode> json = wire.receive();
                if (json.isEmpty()) {
                    break;
                }
                inbox.add(new Message(json));
            }
        } catch (IOException e) {
            // A reset connection is an end like any other.
        }
        inbox.add(GONE);
    }

    private static void tell(Process process, String line) throws IOException {
        try (OutputStream out = process.getOutputStream()) {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Wire accept(ServerSocket server, Process process, String secret, Drain drain) throws IOException {
        server.setSoTimeout(50);
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                Socket socket = server.accept();
                Optional<Wire> wire = authentic(socket, secret);
                if (wire.isPresent()) {
                    return wire.get();
                }
            } catch (SocketTimeoutException e) {
                if (!process.isAlive()) {
                    throw new IOException("The worker process ended at once with code " + process.exitValue() + ": "
                            + drain.text().strip() + " Run ./dojo doctor to find out why.");
                }
            }
        }
        throw new IOException("The worker process did not answer within " + START_LIMIT.toSeconds()
                + " s; run ./dojo doctor to find out why.");
    }

    /** The connection, if its first message is the secret; strangers are hung up on. */
    private static Optional<Wire> authentic(Socket socket, String secret) throws IOException {
        socket.setSoTimeout(2_000);
        Wire wire = new Wire(socket);
        try {
            boolean ours = wire.receive()
                    .map(hello -> hello.path("secret").asText().equals(secret))
                    .orElse(false);
            if (ours) {
                socket.setSoTimeout(0);
                return Optional.of(wire);
            }
        } catch (IOException e) {
            // Not our child, or not a line of JSON.
        }
        socket.close();
        return Optional.empty();
    }

    /** Something the process said; without content when it has ended. */
    public record Message(Optional<JsonNode> content) {}
}
