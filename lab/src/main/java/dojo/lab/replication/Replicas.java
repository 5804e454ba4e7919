package dojo.lab.replication;

import dojo.lab.item.Cause;
import dojo.lab.item.Change;
import dojo.lab.item.IndexShape;
import dojo.lab.item.ItemKey;
import dojo.lab.item.TableShape;
import dojo.lab.law.Call;
import dojo.lab.law.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who is behind, by how much, and who serves a read. Safe for use by many threads. */
final class Replicas {

    private final ReplicationSettings settings;
    private final Site site;
    private final Backlog backlog;
    private final Lag followerLag;
    private final Lag indexLag;

    Replicas(ReplicationSettings settings, Site site, Backlog backlog) {
        this.settings = settings;
        this.site = site;
        this.backlog = backlog;
        followerLag = new Lag(settings.followerLagMedian(), settings.followerLagTail());
        indexLag = new Lag(settings.indexLagMedian(), settings.indexLagTail());
    }

    /** A change sets out for the replicas that it concerns. */
    void sendOut(Change change) {
        if (change.cause() == Cause.BACKSTAGE) {
            // Scenes are set for readers to find them as they are.
            backlog.settle(change);
            return;
        }
        TableShape shape = site.items().shape(change.table());
        Map<String, AttributeValue> partition = new LinkedHashMap<>(change.key());
        partition.keySet().retainAll(shape.partitionKey());
        String key = change.itemKey().canonical();
        Map<Replica, Duration> lags = new LinkedHashMap<>();
        for (int n = 1; n <= settings.followers(); n++) {
            Replica follower = Replica.follower(n);
            lags.put(follower, followerLag.draw(site.dice(), follower, key));
        }
        for (IndexShape index : shape.indexes()) {
            if (index.kind() == IndexShape.Kind.GLOBAL
                    && !index.entry(change.before()).equals(index.entry(change.after()))) {
                Replica replica = Replica.index(index.name());
                lags.put(replica, indexLag.draw(site.dice(), replica, key));
            }
        }
        backlog.add(
                change,
                new ItemKey(change.table(), partition).canonical(),
                lags,
                site.clock().instant());
    }

    /** How the replica that serves the call sees these items; up to date if it is the leader. */
    View view(Call call, Scope scope) {
        Instant now = site.clock().instant();
        if (!backlog.touches(scope, now)) {
            return View.UP_TO_DATE;
        }
        Standpoint standpoint = call.once(scope.place(), Standpoint.class, () -> new Standpoint(serving(scope), now));
        View view = standpoint
                .replica()
                .map(replica -> backlog.view(scope, replica, standpoint.at(), now))
                .orElse(View.UP_TO_DATE);
        if (!view.isUpToDate() && standpoint.toTell()) {
            site.trace().say(call, ReplicationLaw.NAME, view.why());
        }
        return view;
    }

    private Optional<Replica> serving(Scope scope) {
        if (scope.index().isPresent()) {
            return scope.index().map(index -> Replica.index(index.name()));
        }
        double roll = site.dice().roll(ReplicationLaw.NAME, "read", scope.dice());
        if (roll < settings.leaderShare() || settings.followers() == 0) {
            return Optional.empty();
        }
        double rest = (roll - settings.leaderShare()) / (1 - settings.leaderShare());
        return Optional.of(Replica.follower(1 + (int) (rest * settings.followers())));
    }
}
