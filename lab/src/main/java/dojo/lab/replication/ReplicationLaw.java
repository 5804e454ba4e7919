package dojo.lab.replication;

import dojo.lab.item.IndexShape;
import dojo.lab.item.ItemKey;
import dojo.lab.item.TableShapes;
import dojo.lab.law.Call;
import dojo.lab.law.Fidelity;
import dojo.lab.law.Fidelity.Level;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.lab.law.Site;
import dojo.lab.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Serves eventually consistent reads from replicas that lag behind, and reads of a global index from an index that does.
 *
 * <p>Strongly consistent reads, transactions and conditions see the leader, whatever the replicas do. Safe for use by
 * many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html">
 *     DynamoDB read consistency</a>
 */
@Fidelity(
        level = Level.DOCUMENTED,
        says = "An eventually consistent read may miss a recent write; a strongly consistent one never does, and only"
                + " tables and local indexes offer it.",
        source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html")
@Fidelity(
        level = Level.DOCUMENTED,
        says = "Eventually consistent reads after a transaction may show some of its items as they were before.",
        source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html")
@Fidelity(
        level = Level.DOCUMENTED,
        says = "A global index cannot be read until it is ACTIVE, and a table has at most one index in creation or"
                + " deletion.",
        source = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.OnlineOps.html")
@Fidelity(level = Level.NOT_MODELLED, says = "The write units of backfilling a new index: nothing is billed for it.")
@Fidelity(
        level = Level.NOT_MODELLED,
        says = "The election of a new leader, during which strongly consistent reads and writes fail for a moment.")
@Fidelity(
        level = Level.NOT_MODELLED,
        says = "Stale reads of more than 5,000 items at once: a Scan or a PartiQL SELECT of a larger table, and a Query"
                + " of a larger item collection, are served by the leader.")
public final class ReplicationLaw implements Law {

    static final String NAME = "replication";

    private final ReplicationSettings settings;
    private final Site site;
    private final Backlog backlog = new Backlog();
    private final Copies copies = new Copies(Store::embedded);
    private final StaleReads reads;
    private final NewTables newTables;
    private final IndexWork indexWork;

    public ReplicationLaw(ReplicationSettings settings, Site site) {
        this.settings = settings;
        this.site = site;
        Replicas replicas = new Replicas(settings, site, backlog);
        Lookalikes lookalikes = new Lookalikes(
                site.items(),
                new Holdings(site.items(), site.leader()),
                new Definition(site.leader()),
                copies,
                site.trace());
        reads = new StaleReads(site.items(), replicas, lookalikes);
        newTables = new NewTables(settings.tableCreation(), site);
        indexWork = new IndexWork(settings, site);
        site.items().replicated();
        site.items().journal().subscribe(replicas::sendOut);
        site.items().journal().onDrop(backlog::drop);
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        return newTables.apply(call, active -> indexWork.apply(active, open -> read(open, next)));
    }

    private AwsResponse read(Call call, Next next) {
        return backlog.isEmpty() ? next.answer(call) : reads.answer(call, next);
    }

    /**
     * This key lags now: for so long, no change of the item that has not arrived yet, made before or from now on,
     * arrives at a follower or in an index. Holds already set are never shortened.
     *
     * @param key the whole key of the item
     * @throws IllegalArgumentException if the table has no such key, or the duration is negative
     */
    public void lag(String table, Map<String, AttributeValue> key, Duration duration) {
        Instant now = site.clock().instant();
        backlog.holdItem(site.items().item(table, key).canonical(), now, now.plus(forward(duration)));
        site.trace()
                .say(NAME, "held: changes of " + new ItemKey(table, key).words() + " for " + Words.duration(duration));
    }

    /**
     * This index lags now: for so long, no change that has not arrived in it yet does.
     *
     * @throws IllegalArgumentException if the table has no such global index, or the duration is negative
     */
    public void lagIndex(String table, String index, Duration duration) {
        if (globalIndexes(table).stream().noneMatch(index::equals)) {
            throw new IllegalArgumentException("The table " + table + " has no global index " + index + ". Name one of "
                    + globalIndexes(table) + ".");
        }
        Instant now = site.clock().instant();
        backlog.holdIndex(TableShapes.name(table), Replica.index(index), now, now.plus(forward(duration)));
        site.trace().say(NAME, "held: changes on their way to index " + index + " for " + Words.duration(duration));
    }

    /** From now on no change arrives at any follower or index, until {@link #resume}. */
    public void pause() {
        backlog.pause(site.clock().instant());
        site.trace().say(NAME, "paused");
    }

    /** What was held by {@link #pause} arrives now, or when it would have without the pause. */
    public void resume() {
        backlog.resume(site.clock().instant());
        site.trace().say(NAME, "resumed");
    }

    /** How far behind each global index of the table is: the age of the oldest change that it misses, zero if none. */
    public Map<String, Duration> indexesBehind(String table) {
        Map<String, Duration> behind = new LinkedHashMap<>();
        globalIndexes(table).forEach(index -> behind.put(index, behind(table, Replica.index(index))));
        return behind;
    }

    /** How far behind each follower of the table is, in their order. */
    public List<Duration> followersBehind(String table) {
        List<Duration> behind = new ArrayList<>();
        for (int n = 1; n <= settings.followers(); n++) {
            behind.add(behind(table, Replica.follower(n)));
        }
        return behind;
    }

    @Override
    public void close() {
        copies.close();
    }

    private Duration behind(String table, Replica replica) {
        return backlog.behind(TableShapes.name(table), replica, site.clock().instant());
    }

    private List<String> globalIndexes(String table) {
        return site.items().shape(table).indexes().stream()
                .filter(index -> index.kind() == IndexShape.Kind.GLOBAL)
                .map(IndexShape::name)
                .toList();
    }

    private static Duration forward(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    "Nothing can lag for " + duration + ". Give a duration that is not negative, such as PT0.5S.");
        }
        return duration;
    }
}
