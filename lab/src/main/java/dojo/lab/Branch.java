package dojo.lab;

import dojo.lab.bill.Billing;
import dojo.lab.bill.Meter;
import dojo.lab.door.AsyncDoor;
import dojo.lab.door.DirectClient;
import dojo.lab.door.InProcessDoor;
import dojo.lab.door.LabClients;
import dojo.lab.item.Cause;
import dojo.lab.law.AlsoBackstage;
import dojo.lab.law.Entrance;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.lab.law.Site;
import dojo.lab.region.RegionLaw;
import dojo.lab.time.VirtualClock;
import dojo.lab.time.VirtualRetries;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * One Region of a lab: a store of its own, the path to it, and clients.
 *
 * <p>Safe for use by many threads.
 */
public final class Branch {

    private final Site site;
    private final List<Law> laws = new ArrayList<>();
    private final Meter meter = new Meter();
    private final Entrance entrance;
    private final InProcessDoor frontDoor;
    private final DynamoDbClient client;
    private final DynamoDbStreamsClient streams;
    private final DynamoDbClient backstage;
    private @Nullable Waitless waitless;

    /**
     * @param own laws of the caller's making, the outermost first
     * @param innermost laws that even backstage requests pass
     */
    Branch(Site site, Laws settings, List<Law> own, List<Law> innermost, AtomicLong calls) {
        this.site = site;
        // Where tokens reach the store, it forgets them by the clock of the machine; the law of conflicts keeps them
        // away.
        Billing billing = new Billing(meter, site.items(), InstantSource.system());
        List<Law> path = new ArrayList<>();
        path.add(billing::metering);
        path.addAll(own);
        path.addAll(remembered(LawBook.BEFORE_ITEMS, settings));
        path.add(billing::pricing);
        path.addAll(remembered(LawBook.BEHIND_ITEMS, settings));
        path.addAll(innermost);
        laws.addAll(own);
        entrance = new Entrance(Next.through(path, site.leader()), site.clock(), calls);
        List<Law> backPath = new ArrayList<>();
        law(RegionLaw.class).ifPresent(region -> {
            List<Law> behind = path.subList(path.indexOf(region) + 1, path.size());
            region.continuesAt(new Entrance(Next.through(behind, site.leader()), site.clock(), calls));
            backPath.add(region::tables);
        });
        backPath.add((call, next) -> site.items().execute(call.request(), next.onBehalfOf(call), Cause.BACKSTAGE));
        laws.stream().filter(AlsoBackstage.class::isInstance).forEach(backPath::add);
        backPath.addAll(innermost);
        frontDoor = new InProcessDoor(entrance, meter);
        client = LabClients.items(frontDoor, retries());
        streams = LabClients.streams(frontDoor, retries());
        backstage = DirectClient.of(new Entrance(Next.through(backPath, site.leader()), site.clock(), calls));
    }

    /** On a virtual clock, nobody really waits, and the jitter has a seed. */
    private RetryStrategy retries() {
        return site.clock() instanceof VirtualClock
                ? VirtualRetries.on(
                        site.clock(), attempt -> site.dice().roll("retries", "attempt " + attempt, site.region()))
                : LabClients.retries();
    }

    private List<Law> remembered(List<LawBook.Chapter<?>> chapters, Laws settings) {
        List<Law> found = chapters.stream()
                .map(chapter -> chapter.under(settings, site))
                .flatMap(Optional::stream)
                .toList();
        laws.addAll(found);
        return found;
    }

    /** The name of the Region. */
    public String region() {
        return site.region();
    }

    /** The law of this kind, if it holds here. */
    public <L extends Law> Optional<L> law(Class<L> kind) {
        return laws.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    Site site() {
        return site;
    }

    /** What the requests made here cost; what came from other Regions is on no meter but that of the Regions. */
    public Meter meter() {
        return meter;
    }

    Entrance entrance() {
        return entrance;
    }

    SdkHttpClient httpClient() {
        return frontDoor;
    }

    /** An ordinary client of DynamoDB, metered; closed with the lab. */
    public DynamoDbClient client() {
        return client;
    }

    /** An ordinary client of DynamoDB Streams; closed with the lab. */
    public DynamoDbStreamsClient streams() {
        return streams;
    }

    /** A client that passes no law and appears on no bill. */
    public DynamoDbClient backstage() {
        return backstage;
    }

    /** A client of DynamoDB that does not wait for answers, metered; closed with the lab. */
    public DynamoDbAsyncClient asyncClient() {
        return waitless().items();
    }

    /** A client of DynamoDB Streams that does not wait for answers; closed with the lab. */
    public DynamoDbStreamsAsyncClient streamsAsync() {
        return waitless().streams();
    }

    /** Made when first asked for: most labs are opened for a moment, and never need it. */
    private synchronized Waitless waitless() {
        if (waitless == null) {
            waitless = Waitless.of(entrance, meter, this::retries);
        }
        return waitless;
    }

    /** A door and clients that do not wait for answers. */
    private record Waitless(AsyncDoor door, DynamoDbAsyncClient items, DynamoDbStreamsAsyncClient streams) {

        static Waitless of(Entrance entrance, Meter meter, Supplier<RetryStrategy> retries) {
            AsyncDoor door = new AsyncDoor(entrance, meter);
            return new Waitless(door, LabClients.items(door, retries.get()), LabClients.streams(door, retries.get()));
        }

        void close() {
            items.close();
            streams.close();
            door.close();
        }
    }

    synchronized void close() {
        if (waitless != null) {
            waitless.close();
        }
        client.close();
        streams.close();
        backstage.close();
        frontDoor.close();
        laws.forEach(Law::close);
        site.leader().close();
    }
}
