package dojo.lab.door;

import dojo.lab.store.Store;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * The lab behind a socket, for every SDK and tool that speaks DynamoDB over HTTP.
 *
 * <p>Any access key and any signature is accepted, and so is a request without one: nothing here is secret, which is
 * why the door listens on the loopback address unless told otherwise. Safe for use by many threads.
 */
public final class HttpDoor implements AutoCloseable {

    /** Requests that are answered at the same time; more wait their turn, on as many connections as there are. */
    private static final int AT_ONCE = 256;

    private static final int ACCEPTORS = 1;
    private static final int BACKLOG = 1024;
    private static final int LONGEST_HEAD = 64 << 10;

    /** Longer than any answer may take, for a law may make it slow; idle connections cost little. */
    private static final long IDLE_MILLIS = 600_000;

    private static final long LAST_WORDS_MILLIS = 300;
    private static final long STOP_MILLIS = 30_000;

    private final Server server;
    private final AutoCloseable companion;
    private final InetSocketAddress listening;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private HttpDoor(Server server, AutoCloseable companion, InetSocketAddress listening) {
        this.server = server;
        this.companion = companion;
        this.listening = listening;
    }

    /**
     * Opens the door.
     *
     * @param stores what answers a request that is signed for a Region, or for none: an empty name; it throws an
     *     IllegalArgumentException for a Region that it does not have
     * @param backroom answers what is asked about the lab itself
     * @param address where to listen; port 0 takes a free one
     * @param companion is closed when the door is
     * @throws CannotListen with a sentence, if somebody else listens there or the address is not of this machine
     */
    public static HttpDoor open(
            Function<String, Store> stores, Backroom backroom, InetSocketAddress address, AutoCloseable companion) {
        QueuedThreadPool threads = new QueuedThreadPool(AT_ONCE, 8);
        threads.setName("lab-http");
        threads.setDaemon(true);
        // A pool that is told to wait for its threads interrupts them in the end, which DynamoDB Local takes badly.
        threads.setStopTimeout(0);
        Server server = new Server(threads, new ScheduledExecutorScheduler("lab-http-time", true), null);
        ServerConnector connector =
                new ServerConnector(server, ACCEPTORS, -1, new HttpConnectionFactory(configuration()));
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(IDLE_MILLIS);
        // Connections on which nothing runs are not waited for long; an answer under way must still get out.
        connector.setShutdownIdleTimeout(LAST_WORDS_MILLIS);
        server.addConnector(connector);
        BackroomHandler aboutTheLab = new BackroomHandler(backroom, address);
        server.setHandler(new GracefulHandler(new WireHandler(new ByRegion(stores), aboutTheLab)));
        server.setStopTimeout(STOP_MILLIS);
        start(server, address, companion);
        return new HttpDoor(server, companion, new InetSocketAddress(address.getAddress(), connector.getLocalPort()));
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEAD);
        return http;
    }

    private static void start(Server server, InetSocketAddress address, AutoCloseable companion) {
        try {
            server.start();
        } catch (Exception e) {
            stop(server, companion);
            if (e instanceof IOException) {
                throw CannotListen.at(address, e);
            }
            throw new IllegalStateException("The HTTP door did not open: " + e.getMessage(), e);
        }
    }

    /** Where it listens, as a client wants it. */
    public URI address() {
        String host = listening.getAddress().getHostAddress();
        return URI.create("http://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port());
    }

    /** The port it listens on. */
    public int port() {
        return listening.getPort();
    }

    /** Takes no more requests, lets those that run go to their end, up to 30 seconds, and closes all connections. */
    @Override
    public void close() {
        if (open.getAndSet(false)) {
            stop(server, companion);
        }
    }

    private static void stop(Server server, AutoCloseable companion) {
        try (companion) {
            server.stop();
        } catch (Exception e) {
            // What could not be stopped in time is on daemon threads; there is nothing more to do about it.
        }
    }
}
