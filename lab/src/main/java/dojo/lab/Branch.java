package dojo.lab;

import dojo.lab.bill.Billing;
import dojo.lab.bill.Meter;
import dojo.lab.door.AsyncDoor;
import dojo.lab.door.InProcessDoor;
import dojo.lab.door.LabClients;
import dojo.lab.item.Cause;
import dojo.lab.law.AlsoBackstage;
import dojo.lab.law.Entrance;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.lab.law.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** What a lab has of its own in one Region: a store, the path to it, and clients. */
final class Branch implements AutoCloseable {

    private final Site site;
    private final List<Law> laws = new ArrayList<>();
    private final Meter meter = new Meter();
    private final Entrance entrance;
    private final InProcessDoor frontDoor;
    private final InProcessDoor backDoor;
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
        Billing billing = new Billing(meter, site.items(), site.clock());
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
        backPath.add((call, next) -> site.items().execute(call.request(), next.onBehalfOf(call), Cause.BACKSTAGE));
        laws.stream().filter(AlsoBackstage.class::isInstance).forEach(backPath::add);
        backPath.addAll(innermost);
        frontDoor = new InProcessDoor(entrance);
        backDoor = new InProcessDoor(new Entrance(Next.through(backPath, site.leader()), site.clock(), calls));
        client = LabClients.items(frontDoor);
        streams = LabClients.streams(frontDoor);
        backstage = LabClients.items(backDoor);
    }

    private List<Law> remembered(List<LawBook.Chapter<?>> chapters, Laws settings) {
        List<Law> found = chapters.stream()
                .map(chapter -> chapter.under(settings, site))
                .flatMap(Optional::stream)
                .toList();
        laws.addAll(found);
        return found;
    }

    /** The law of this kind, if it holds here. */
    <L extends Law> Optional<L> law(Class<L> kind) {
        return laws.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    Site site() {
        return site;
    }

    Meter meter() {
        return meter;
    }

    Entrance entrance() {
        return entrance;
    }

    DynamoDbClient client() {
        return client;
    }

    DynamoDbStreamsClient streams() {
        return streams;
    }

    DynamoDbClient backstage() {
        return backstage;
    }

    DynamoDbAsyncClient asyncClient() {
        return waitless().items();
    }

    DynamoDbStreamsAsyncClient streamsAsync() {
        return waitless().streams();
    }

    /** Made when first asked for: most labs are opened for a moment, and never need it. */
    private synchronized Waitless waitless() {
        if (waitless == null) {
            waitless = Waitless.of(entrance);
        }
        return waitless;
    }

    /** A door and clients that do not wait for answers. */
    private record Waitless(AsyncDoor door, DynamoDbAsyncClient items, DynamoDbStreamsAsyncClient streams) {

        static Waitless of(Entrance entrance) {
            AsyncDoor door = new AsyncDoor(entrance);
            return new Waitless(door, LabClients.items(door), LabClients.streams(door));
        }

        void close() {
            items.close();
            streams.close();
            door.close();
        }
    }

    @Override
    public synchronized void close() {
        if (waitless != null) {
            waitless.close();
        }
        client.close();
        streams.close();
        backstage.close();
        frontDoor.close();
        backDoor.close();
        laws.forEach(Law::close);
        site.leader().close();
    }
}
