package dojo.lab.region;

import dojo.lab.bill.ReplicationMeter;
import dojo.lab.item.Cause;
import dojo.lab.item.Change;
import dojo.lab.item.ItemKey;
import dojo.lab.item.ItemWrite;
import dojo.lab.item.Written;
import dojo.lab.law.Call;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.lab.law.Site;
import dojo.lab.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * What being one Region of several means for requests and for changes from elsewhere.
 *
 * <p>Pause, isolate and measure with {@link Regions}. Safe for use by many threads.
 */
@Fidelity(
        level = Level.DOCUMENTED,
        says = "With eventual consistency, conditions and strongly consistent reads see the copy of their own Region.",
        source = RegionSettings.HOW_IT_WORKS)
@Fidelity(
        level = Level.DOCUMENTED,
        says = "A transaction is atomic in the Region where it is made; its items arrive in the others one by one.",
        source = RegionSettings.HOW_IT_WORKS)
@Fidelity(
        level = Level.DOCUMENTED,
        says = "An expired item that is deleted in one Region is deleted by replication in the others, where its stream"
                + " record does not name the service.",
        source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ttl-expired-items.html")
@Fidelity(
        level = Level.OUR_MODEL,
        says = "A write that changes nothing is not replicated, as it has no stream record either.")
@Fidelity(
        level = Level.NOT_MODELLED,
        says = "Replicated writes take no part of the receiving table's capacity, and are never throttled there.")
public final class RegionLaw implements Law {

    private final Site site;
    private final Versions versions = new Versions();
    private final ReplicationMeter meter = new ReplicationMeter();
    private final RegionSettings settings;
    private @Nullable Regions regions;
    private @Nullable Store behind;

    public RegionLaw(RegionSettings settings, Site site) {
        this.settings = settings;
        this.site = site;
    }

    /** Says where requests of the service itself enter the path of this Region: right behind this law. */
    public void continuesAt(Store path) {
        behind = path;
    }

    void join(Regions all) {
        regions = all;
        site.items().journal().subscribe(this::changed);
        site.items().journal().onDrop(table -> all.shrink(table, region()));
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        return regions == null
                ? next.answer(call)
                : new StrongCalls(this, regions, settings).apply(call, this::tables, next);
    }

    /** The part of this law that backstage requests pass, too: what is done to tables. */
    public AwsResponse tables(Call call, Next next) {
        return regions == null ? next.answer(call) : new TableCalls(this, regions).apply(call, next);
    }

    String region() {
        return site.region();
    }

    Site site() {
        return site;
    }

    Versions versions() {
        return versions;
    }

    ReplicationMeter meter() {
        return meter;
    }

    /** The path of this Region behind this law. */
    Store behind() {
        return behind == null ? site.leader() : behind;
    }

    void say(Call call, String words) {
        site.trace().say(call, "regions", words);
    }

    /** Under the lock of the item, so that its versions rise in the order of its writes. */
    private void changed(Change change) {
        if (regions == null || change.cause() == Cause.REPLICATION) {
            return;
        }
        GlobalTable table = regions.table(change.table()).orElse(null);
        if (table == null || !table.replicas().contains(region())) {
            return;
        }
        ItemKey key = change.itemKey();
        Version version = Version.after(versions.of(key), change.at(), settings.rank(region()));
        versions.note(key, version, change.after().isEmpty(), change.at());
        regions.send(this, change, version, table);
        forgetOldDeletions();
    }

    /** Judges and takes a change from another Region; nothing else can happen to the item meanwhile. */
    void receive(Shipment shipment, String from) {
        if (regions == null || !belongsHere(shipment, regions)) {
            return;
        }
        site.items().undisturbed(List.of(shipment.key()), () -> {
            judge(shipment, from);
            return shipment;
        });
    }

    /** Forgets deletions that no older write can undo any more. */
    void forgetOldDeletions() {
        if (regions != null && regions.nothingUnderWayTo(region())) {
            versions.forgetTombstones(now().minus(Versions.TOMBSTONES_KEPT));
        }
    }

    private boolean belongsHere(Shipment shipment, Regions all) {
        return all.table(shipment.table().name())
                .filter(table -> table.number() == shipment.table().number())
                .filter(table -> table.replicas().contains(region()))
                .isPresent();
    }

    private void judge(Shipment shipment, String from) {
        ItemKey key = shipment.key();
        AwsRequest request = request(shipment.change());
        List<ItemWrite> writes = site.items().writes(request);
        Version here = versions.of(key);
        if (!shipment.version().beats(here)) {
            if (!shipment.backfill()) {
                meter.refused(writes.get(0), site.items().current(key));
            }
            say(shipment, from, "lost against what was written later");
            return;
        }
        Written written = site.items().write(request, writes, site.leader(), Cause.REPLICATION);
        if (written.refusal().isPresent()) {
            say(shipment, from, "refused: " + written.refusal().get().getMessage());
            return;
        }
        if (!shipment.backfill()) {
            written.images().forEach(meter::taken);
        }
        versions.note(key, shipment.version(), shipment.change().after().isEmpty(), now());
        say(shipment, from, "taken");
    }

    private static AwsRequest request(Change change) {
        return change.after().isEmpty()
                ? DeleteItemRequest.builder()
                        .tableName(change.table())
                        .key(change.key())
                        .build()
                : PutItemRequest.builder()
                        .tableName(change.table())
                        .item(change.after())
                        .build();
    }

    private void say(Shipment shipment, String from, String outcome) {
        Duration took = Duration.between(shipment.change().at(), now());
        String age = shipment.backfill() ? "to fill the replica" : took.toMillis() + " ms ago";
        site.trace().say("regions", shipment.words() + " in " + from + ", " + age + ": " + outcome);
    }

    private Instant now() {
        return site.clock().instant();
    }
}
