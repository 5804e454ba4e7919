package dojo.lab;

import dojo.lab.bill.Meter;
import dojo.lab.door.HttpDoor;
import dojo.lab.item.Items;
import dojo.lab.law.Dice;
import dojo.lab.law.Law;
import dojo.lab.law.Site;
import dojo.lab.law.TimeToLiveSettings;
import dojo.lab.law.Trace;
import dojo.lab.local.CorrectionSettings;
import dojo.lab.region.RegionLaw;
import dojo.lab.region.RegionSettings;
import dojo.lab.region.Regions;
import dojo.lab.store.Store;
import dojo.lab.time.Clock;
import dojo.lab.time.VirtualClock;
import dojo.lab.time.WallClock;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;
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

    private static final String HOME = "us-east-1";

    private final Clock clock;
    private final Laws laws;
    private final Trace trace;
    private final Map<String, Branch> branches = new LinkedHashMap<>();
    private final Branch home;
    private final Optional<Regions> regions;
    private final String tablePrefix;
    private final AtomicInteger tables = new AtomicInteger();

    private Lab(Supplier<Store> store, boolean ours, String tablePrefix, Clock clock, Laws laws, List<Law> own) {
        this.clock = clock;
        this.laws = laws;
        this.trace = new Trace(clock);
        this.tablePrefix = tablePrefix;
        Optional<RegionSettings> several = laws.get(RegionSettings.class);
        // Local's faults are nobody's lesson: they are put right unless the caller says otherwise.
        Laws held = laws.get(CorrectionSettings.class).isPresent() ? laws : laws.with(CorrectionSettings.all());
        Dice dice = new Dice(laws.seed());
        AtomicLong calls = new AtomicLong();
        for (String region : several.map(RegionSettings::names).orElse(List.of(HOME))) {
            Store leader = store.get();
            Items items = ours ? Items.remembering(leader, clock) : Items.asking(leader, clock);
            // Local deletes expired items by a clock of its own; no lesson may depend on when it looks.
            List<Law> innermost = ours ? List.of(new TimeToLiveSettings()) : List.of();
            Trace here = several.isPresent() ? trace.in(region) : trace;
            branches.put(
                    region,
                    new Branch(new Site(region, clock, dice, here, items, leader), held, own, innermost, calls));
        }
        this.home = branches.values().iterator().next();
        this.regions = several.map(settings -> new Regions(settings, lawsOf(RegionLaw.class), clock, trace));
    }

    private <L extends Law> List<L> lawsOf(Class<L> kind) {
        return branches.values().stream()
                .map(branch -> branch.law(kind))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Opens an empty DynamoDB Local in the memory of this JVM, behind the given laws, the outermost first, on the clock
     * of the wall.
     *
     * @throws dojo.lab.store.StoreUnavailable if its native library cannot be unpacked and loaded
     */
    public static Lab open(Law... own) {
        return new Lab(Store::embedded, true, "table", WallClock.system(), Laws.off(), List.of(own));
    }

    /**
     * Opens an empty DynamoDB Local in the memory of this JVM under these laws, on a virtual clock: nothing waits, and
     * the same seed and workload have the same outcome.
     *
     * @param own laws of the caller's making, met before all others
     * @throws IllegalArgumentException if the laws contradict each other
     * @throws dojo.lab.store.StoreUnavailable if its native library cannot be unpacked and loaded
     */
    public static Lab under(Laws laws, Law... own) {
        return under(laws, new VirtualClock(), own);
    }

    /** The same on a clock of the caller's choice. */
    public static Lab under(Laws laws, Clock clock, Law... own) {
        List<String> contradictions = laws.contradictions();
        if (!contradictions.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", contradictions));
        }
        return new Lab(Store::embedded, true, "table", clock, laws, List.of(own));
    }

    /** Stands in front of the DynamoDB at the endpoint, with the same path and the same bill. */
    public static Lab at(URI endpoint, Law... own) {
        // Other programs may use the same endpoint: names must not meet.
        String prefix = "dojo-" + UUID.randomUUID().toString().substring(0, 8);
        return new Lab(() -> Store.at(endpoint), false, prefix, WallClock.system(), Laws.off(), List.of(own));
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
        return Endpoint.named();
    }

    /** An ordinary client of DynamoDB, metered; closed with the lab. */
    public DynamoDbClient client() {
        return home.client();
    }

    /** An ordinary client of DynamoDB Streams; closed with the lab. */
    public DynamoDbStreamsClient streams() {
        return home.streams();
    }

    /** A client of DynamoDB that does not wait for answers, metered; closed with the lab. */
    public DynamoDbAsyncClient asyncClient() {
        return home.asyncClient();
    }

    /** A client of DynamoDB Streams that does not wait for answers; closed with the lab. */
    public DynamoDbStreamsAsyncClient streamsAsync() {
        return home.streamsAsync();
    }

    /** The door below {@link #client()}, for SDK clients that the caller configures; closed with the lab. */
    public SdkHttpClient httpClient() {
        return home.httpClient();
    }

    /**
     * Opens the lab to programs in any language, on the same path and the same bill as {@link #client()}, and to those
     * who look after it, below {@value LabDesk#PATH}. Close the door before the lab.
     *
     * <p>A lab of several Regions looks at the Region for which a request is signed, which is that of the client.
     *
     * <p>On a wall clock, what falls due between requests happens as long as the door is open.
     *
     * @param address where to listen, best on the loopback address, for no signature is checked; port 0 takes a free one
     * @throws dojo.lab.door.CannotListen with a sentence, if that is not possible
     */
    public HttpDoor serve(InetSocketAddress address) {
        return serve(this::entrance, address);
    }

    /**
     * Opens one Region of the lab in the same way: as in the service, each has an address of its own.
     *
     * @throws IllegalArgumentException if the lab does not have the Region
     * @throws dojo.lab.door.CannotListen with a sentence, if that is not possible
     */
    public HttpDoor serve(String region, InetSocketAddress address) {
        Store entrance = in(region).entrance();
        return serve(signedFor -> entrance, address);
    }

    private HttpDoor serve(Function<String, Store> stores, InetSocketAddress address) {
        AutoCloseable ticker = clock instanceof WallClock wall ? wall.start() : () -> {};
        return HttpDoor.open(stores, new LabDesk(this), address, ticker);
    }

    /** A client that passes no law and appears on no bill, to set a scene and to look behind it. */
    public DynamoDbClient backstage() {
        return home.backstage();
    }

    /** What the requests of {@link #client()} cost. */
    public Meter meter() {
        return home.meter();
    }

    /** Has every request from now on, in every Region, say who made it; see {@link Meter#askedBy}. */
    public void askedBy(Supplier<Optional<String>> finder) {
        branches.values().forEach(branch -> branch.meter().askedBy(finder));
    }

    /** What time it is here, and how to let it pass. */
    public Clock clock() {
        return clock;
    }

    /** Which laws hold here, and how they are set. */
    public Laws laws() {
        return laws;
    }

    /** What the laws decided, and why. */
    public Trace trace() {
        return trace;
    }

    /**
     * The law of this kind, to look into it or to have it do something now.
     *
     * @throws IllegalStateException if it does not hold in this lab
     */
    public <L extends Law> L law(Class<L> kind) {
        return home.law(kind)
                .orElseThrow(
                        () -> new IllegalStateException(
                                kind.getSimpleName()
                                        + " does not hold in this lab. Open the lab with its settings: Lab.under(Laws.off().with(...))."));
    }

    /**
     * One Region of this lab, with clients of its own; those of the lab itself belong to its home Region.
     *
     * @throws IllegalArgumentException if the lab does not have it
     */
    public Branch in(String region) {
        Branch branch = branches.get(region);
        if (branch == null) {
            throw new IllegalArgumentException("There is no Region '" + region + "' in this lab, but "
                    + String.join(", ", branches.keySet())
                    + ". Use one of these, or open the lab with it: under [[regions.members]] in a laws file, or with"
                    + " RegionSettings.of(...) in Java.");
        }
        return branch;
    }

    /**
     * What is under way between the Regions of this lab.
     *
     * @throws IllegalStateException if it has one Region only
     */
    public Regions regions() {
        return regions.orElseThrow(() -> new IllegalStateException("This lab has one Region, " + home.region()
                + ". Open it with several: Lab.under(Laws.off().with(RegionSettings.of(...)))."));
    }

    /** By the Region that a request is signed for; a lab of one Region takes all of them. */
    private Store entrance(String region) {
        return (region.isEmpty() || regions.isEmpty() ? home : in(region)).entrance();
    }

    /** One for each Region, the home Region first. */
    Collection<Branch> branches() {
        return branches.values();
    }

    Branch home() {
        return home;
    }

    /** What is between the Regions, if there are several. */
    Optional<Regions> severalRegions() {
        return regions;
    }

    /** A table name that this lab has not given out yet. */
    public String newTableName() {
        return tablePrefix + "-" + tables.incrementAndGet();
    }

    @Override
    public void close() {
        branches.values().forEach(Branch::close);
    }
}
