package dojo.workbench.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.workbench.worker.ChildJvm;
import dojo.workbench.worker.JvmLayout;
import dojo.workbench.worker.JvmLife;
import dojo.workbench.worker.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;
import java.util.Optional;

/** The process that serves the lab, as the terminal's process sees it. */
public final class LabProcess implements AutoCloseable {
    private static final Duration OPENING = Duration.ofSeconds(60);
    private static final int ANSWERING_MILLIS = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChildJvm child;
    private final URI address;
    private final long seed;

    private LabProcess(ChildJvm child, URI address, long seed) {
        this.child = child;
        this.address = address;
        this.seed = seed;
    }

    /** The order cannot be carried out as it is; the message is a sentence with the remedy. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }

    /**
     * Starts the process and waits until the lab can be asked.
     *
     * @throws Refused if the order makes no sense here, such as a port that is taken
     * @throws IOException with a sentence if the process does not start, or the lab does not open
     */
    public static LabProcess start(LabOrder order) throws IOException, InterruptedException, Refused {
        ChildJvm child = ChildJvm.start(JvmLayout.detect(), JvmLife.LONG, LabMain.class.getName());
        try {
            JsonNode said = said(child, order);
            return new LabProcess(
                    child,
                    URI.create(said.path("address").asText()),
                    said.path("seed").asLong());
        } catch (IOException | InterruptedException | RuntimeException | Refused e) {
            child.close();
            throw e;
        }
    }

    /**
     * The laws of an order as a laws file.
     *
     * @throws Refused if the order makes no sense, such as a file that is not there
     * @throws IOException with a sentence if the process does not start
     */
    public static String print(LabOrder order) throws IOException, InterruptedException, Refused {
        try (ChildJvm child = ChildJvm.start(JvmLayout.detect(), LabMain.class.getName())) {
            return said(child, order).path("text").asText();
        }
    }

    /**
     * How faithful the laws are to the service, as a page.
     *
     * @throws IOException with a sentence if the process does not start
     */
    public static String fidelity() throws IOException, InterruptedException, Refused {
        try (ChildJvm child = ChildJvm.start(JvmLayout.detect(), LabMain.class.getName())) {
            return said(child, Wire.message().put("fidelity", true))
                    .path("text")
                    .asText();
        }
    }

    private static JsonNode said(ChildJvm child, LabOrder order) throws IOException, InterruptedException, Refused {
        return said(child, order.message());
    }

    private static JsonNode said(ChildJvm child, ObjectNode message) throws IOException, InterruptedException, Refused {
        child.wire().send(message);
        JsonNode said = child.await(OPENING)
                .flatMap(ChildJvm.Message::content)
                .orElseThrow(() -> new IOException(
                        "The lab did not open: " + child.lastWords().strip() + " Run ./dojo doctor to find out why."));
        if (said.has("refused")) {
            throw new Refused(said.get("refused").asText());
        }
        if (said.has("failed")) {
            throw new IOException(said.get("failed").asText());
        }
        return said;
    }

    /** The seed of all chance in it. */
    public long seed() {
        return seed;
    }

    /** Where the lab listens. */
    public URI address() {
        return address;
    }

    /** How hot the partitions are, as {@code GET /_lab/heat} says; empty if the lab does not answer. */
    public Optional<JsonNode> heat() {
        try {
            // An address that stands for all addresses of this machine is none to connect to.
            String host = address.getHost().equals("0.0.0.0") ? "127.0.0.1" : address.getHost();
            URLConnection asking = URI.create("http://" + host + ":" + address.getPort() + "/_lab/heat")
                    .toURL()
                    .openConnection();
            asking.setConnectTimeout(ANSWERING_MILLIS);
            asking.setReadTimeout(ANSWERING_MILLIS);
            try (InputStream answer = asking.getInputStream()) {
                return Optional.of(JSON.readTree(answer));
            }
        } catch (IOException busy) {
            // A picture is missing, and the next one is only a moment away.
            return Optional.empty();
        }
    }

    /** Waits so long for the process to end by itself; its last words, if it did. */
    public Optional<String> endedWithin(Duration time) throws InterruptedException {
        return child.await(time).isPresent() ? Optional.of(child.lastWords().strip()) : Optional.empty();
    }

    /** Stops the lab; requests that run are finished first. */
    @Override
    public void close() {
        child.close();
    }
}
