package dojo.lab;

import dojo.lab.bill.Billing;
import dojo.lab.bill.Meter;
import dojo.lab.door.InProcessDoor;
import dojo.lab.door.LabClients;
import dojo.lab.law.Law;
import dojo.lab.law.TimeToLiveSettings;
import dojo.lab.store.Store;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * DynamoDB Local under the laws of the real service, and the way to speak to it.
 *
 * <p>Every request of {@link #client()} and {@link #streams()} walks one path: the laws in their order, then the bill,
 * then the store. Safe for use by many threads. Close it: DynamoDB Local keeps the JVM alive until then.
 */
public final class Lab implements AutoCloseable {

    /** The variable, of the environment or the system, that names a running DynamoDB to use instead of our own. */
    public static final String ENDPOINT = "DYNAMODB_ENDPOINT";

    private final Store store;
    private final Meter meter = new Meter();
    private final InProcessDoor frontDoor;
    private final InProcessDoor backDoor;
    private final DynamoDbClient client;
    private final DynamoDbStreamsClient streams;
    private final DynamoDbClient backstage;
    private final String tablePrefix;
    private final AtomicInteger tables = new AtomicInteger();

    private Lab(Store store, String tablePrefix, List<Law> laws) {
        this.store = store;
        this.tablePrefix = tablePrefix;
        List<Law> path = new ArrayList<>(laws);
        Billing billing = new Billing(meter);
        path.add(billing);
        frontDoor = new InProcessDoor(Path.through(path, store));
        // Unbilled, but a table made or changed backstage must not surprise the bill.
        backDoor = new InProcessDoor(Path.through(List.of(billing::unbilled), store));
        client = LabClients.items(frontDoor);
        streams = LabClients.streams(frontDoor);
        backstage = LabClients.items(backDoor);
    }

    /**
     * Opens an empty DynamoDB Local in the memory of this JVM, behind the given laws, the outermost first.
     *
     * @throws dojo.lab.store.StoreUnavailable if its native library cannot be unpacked and loaded
     */
    public static Lab open(Law... laws) {
        // Local deletes expired items by a clock of its own; no lesson may depend on when it looks.
        Store store = Path.through(List.of(new TimeToLiveSettings()), Store.embedded());
        return new Lab(store, "table", List.of(laws));
    }

    /** Stands in front of the DynamoDB at the endpoint, with the same path and the same bill. */
    public static Lab at(URI endpoint, Law... laws) {
        // Other programs may use the same endpoint: names must not meet.
        String own = "dojo-" + UUID.randomUUID().toString().substring(0, 8);
        return new Lab(Store.at(endpoint), own, List.of(laws));
    }

    /**
     * The lab at {@value #ENDPOINT} if the system property or the environment variable of that name is set, else one
     * of its own.
     *
     * @throws IllegalArgumentException if the value is not an http or https address
     */
    public static Lab fromEnvironment(Law... laws) {
        return endpoint().map(uri -> at(uri, laws)).orElseGet(() -> open(laws));
    }

    /**
     * The address in {@value #ENDPOINT}, if there is one.
     *
     * @throws IllegalArgumentException if the value is not an http or https address
     */
    public static Optional<URI> endpoint() {
        return Optional.ofNullable(System.getProperty(ENDPOINT, System.getenv(ENDPOINT)))
                .filter(value -> !value.isBlank())
                .map(Lab::address);
    }

    private static URI address(String value) {
        try {
            URI uri = URI.create(value.trim());
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // Falls through to the sentence below, which shows the value.
        }
        throw new IllegalArgumentException(ENDPOINT + " is '" + value
                + "', which is no address. Give one like http://localhost:8000, or unset it.");
    }

    /** An ordinary client of DynamoDB, metered; closed with the lab. */
    public DynamoDbClient client() {
        return client;
    }

    /** An ordinary client of DynamoDB Streams; closed with the lab. */
    public DynamoDbStreamsClient streams() {
        return streams;
    }

    /** A client that passes no law and appears on no bill, to set a scene and to look behind it. */
    public DynamoDbClient backstage() {
        return backstage;
    }

    /** What the requests of {@link #client()} cost. */
    public Meter meter() {
        return meter;
    }

    /** A table name that this lab has not given out yet. */
    public String newTableName() {
        return tablePrefix + "-" + tables.incrementAndGet();
    }

    @Override
    public void close() {
        client.close();
        streams.close();
        backstage.close();
        frontDoor.close();
        backDoor.close();
        store.close();
    }
}
