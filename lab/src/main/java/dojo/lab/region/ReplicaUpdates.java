package dojo.lab.region;

import dojo.lab.item.Cause;
import dojo.lab.item.Change;
import dojo.lab.item.ItemKey;
import dojo.lab.item.Items;
import dojo.lab.law.Refusals;
import dojo.lab.region.RegionSettings.Mode;
import dojo.lab.store.Store;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalTableWitnessGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.ReplicationGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/**
 * Adds replicas to a table and takes them away, as UpdateTable asks.
 *
 * @param path the rest of the path in the Region that was asked
 */
record ReplicaUpdates(RegionLaw law, Regions regions, Store path) {

    /** Makes the changes; the table as it is then. */
    TableDescription make(String name, UpdateTableRequest update) {
        TableDescription here = describe(name);
        if (!onlyReplicas(update)) {
            throw Refusals.validation("Replicas cannot be changed together with other settings of the table. Send an"
                    + " UpdateTable of its own for each.");
        }
        Set<String> added = new LinkedHashSet<>();
        Set<String> removed = new LinkedHashSet<>();
        for (ReplicationGroupUpdate one : update.replicaUpdates()) {
            if (one.create() != null) {
                added.add(one.create().regionName());
            }
            if (one.delete() != null) {
                removed.add(one.delete().regionName());
            }
        }
        Optional<String> witness = update.globalTableWitnessUpdates().stream()
                .filter(one -> one.create() != null)
                .map(one -> one.create().regionName())
                .findFirst();
        if (!removed.isEmpty()) {
            remove(name, removed);
        }
        if (!added.isEmpty() || witness.isPresent()) {
            boolean strong = update.multiRegionConsistency() == MultiRegionConsistency.STRONG;
            checked(name, added, witness, strong, here);
            add(here, strong ? Mode.STRONG : Mode.EVENTUAL, added, witness);
        }
        TableDescription now = describe(name);
        return regions.table(name)
                .map(table -> new Replicas(law, regions, table).described(now))
                .orElse(now);
    }

    private static boolean onlyReplicas(UpdateTableRequest update) {
        UpdateTableRequest rest = update.toBuilder()
                .replicaUpdates((Collection<ReplicationGroupUpdate>) null)
                .globalTableWitnessUpdates((Collection<GlobalTableWitnessGroupUpdate>) null)
                .multiRegionConsistency((String) null)
                .build();
        return rest.equals(
                UpdateTableRequest.builder().tableName(update.tableName()).build());
    }

    private TableDescription describe(String name) {
        var request = DescribeTableRequest.builder().tableName(name).build();
        return ((DescribeTableResponse) path.execute(request)).table();
    }

    private void checked(
            String name, Set<String> added, Optional<String> witness, boolean strong, TableDescription here) {
        Optional<GlobalTable> known = regions.table(name);
        Set<String> named = new LinkedHashSet<>(added);
        witness.ifPresent(named::add);
        for (String region : named) {
            if (!regions.has(region)) {
                throw Refusals.validation(
                        "Unknown Region " + region + "; this lab has " + String.join(", ", regions.names()));
            }
            boolean member =
                    known.filter(table -> table.voters().contains(region)).isPresent();
            if (member || region.equals(law.region())) {
                throw Refusals.validation("Replica already exists in " + region + " for table " + name);
            }
        }
        if (known.isPresent() && (strong || known.get().strong())) {
            throw Refusals.validation("The consistency mode of a global table cannot be changed, and no replica can be"
                    + " added to one configured for multi-Region strong consistency");
        }
        if (strong) {
            mayBeStrong(name, added, witness, here);
        } else if (witness.isPresent()) {
            throw Refusals.validation(
                    "A witness is supported only on a global table configured for multi-Region strong consistency");
        }
        for (String region : added) {
            if (Replicas.exists(regions.law(region), name)) {
                throw Refusals.validation("Failed to create a replica of table " + name + " in " + region
                        + " because a table of that name exists there");
            }
        }
    }

    private void mayBeStrong(String name, Set<String> added, Optional<String> witness, TableDescription here) {
        int members = 1 + added.size() + (witness.isPresent() ? 1 : 0);
        if (members != Settings.STRONG_MEMBERS || added.isEmpty()) {
            throw Refusals.validation("A global table configured for multi-Region strong consistency must have exactly"
                    + " three replicas, or two replicas and a witness");
        }
        if (!here.localSecondaryIndexes().isEmpty()) {
            throw Refusals.validation(Replicas.NO_LOCAL_INDEXES);
        }
        if (timeToLive(name).isPresent()) {
            throw Refusals.validation(Replicas.NO_TIME_TO_LIVE);
        }
        if (!law.site().items().all(name).isEmpty()) {
            throw Refusals.validation(
                    "Table " + name + " must be empty to be configured for multi-Region strong consistency");
        }
    }

    private void add(TableDescription here, Mode mode, Set<String> added, Optional<String> witness) {
        String name = here.tableName();
        CreateTableRequest create = Replicas.like(here);
        if (mode == Mode.EVENTUAL) {
            if (!Replicas.streams(here.streamSpecification())) {
                path.execute(UpdateTableRequest.builder()
                        .tableName(name)
                        .streamSpecification(Replicas.bothImages())
                        .build());
            }
            create = Replicas.streaming(create);
        }
        Optional<TimeToLiveSpecification> timeToLive = timeToLive(name);
        for (String region : added) {
            Store there = regions.law(region).behind();
            there.execute(create);
            timeToLive.ifPresent(setting -> there.execute(UpdateTimeToLiveRequest.builder()
                    .tableName(name)
                    .timeToLiveSpecification(setting)
                    .build()));
        }
        Set<String> all = new LinkedHashSet<>(Set.of(law.region()));
        all.addAll(added);
        GlobalTable table = regions.extend(name, mode, all, witness);
        added.forEach(region -> fill(region, table));
    }

    /** The setting of the table, if it is enabled or about to be. */
    private Optional<TimeToLiveSpecification> timeToLive(String name) {
        var request = DescribeTimeToLiveRequest.builder().tableName(name).build();
        TimeToLiveDescription now = ((DescribeTimeToLiveResponse) path.execute(request)).timeToLiveDescription();
        boolean on = now.timeToLiveStatus() == TimeToLiveStatus.ENABLED
                || now.timeToLiveStatus() == TimeToLiveStatus.ENABLING;
        return on
                ? Optional.of(TimeToLiveSpecification.builder()
                        .enabled(true)
                        .attributeName(now.attributeName())
                        .build())
                : Optional.empty();
    }

    /**
     * Sends a new replica all there is: first what is on its way here from others, who send it what they write from now
     * on, then what is here and what was deleted here not long ago.
     */
    private void fill(String region, GlobalTable table) {
        for (String from : table.replicas()) {
            if (!from.equals(law.region()) && !from.equals(region)) {
                regions.channel(from, law.region())
                        .underWay(shipment -> shipment.table().number() == table.number())
                        .forEach(shipment ->
                                regions.channel(from, region).send(shipment.change(), shipment.version(), table, true));
            }
        }
        Items items = law.site().items();
        Stream<ItemKey> keys = items.all(table.name()).stream()
                .map(item -> new ItemKey(table.name(), items.shape(table.name()).keyOf(item)));
        Stream.concat(keys, law.versions().deleted(table.name()).stream())
                .sorted(Comparator.comparing(ItemKey::canonical))
                .forEach(key -> items.undisturbed(List.of(key), () -> {
                    copy(key, items.current(key), region, table);
                    return key;
                }));
    }

    private void copy(ItemKey key, Map<String, AttributeValue> item, String region, GlobalTable table) {
        Version known = law.versions().of(key);
        Version version = known == null ? Version.ofOld(regions.settings().rank(law.region())) : known;
        Change change = new Change(
                0, law.site().clock().instant(), table.name(), key.attributes(), Map.of(), item, Cause.REPLICATION);
        regions.channel(law.region(), region).send(change, version, table, true);
    }

    private void remove(String name, Set<String> removed) {
        GlobalTable table = regions.table(name)
                .orElseThrow(() -> Refusals.validation("Table " + name + " has no replicas to be deleted"));
        for (String region : removed) {
            if (region.equals(law.region()) || !table.replicas().contains(region)) {
                throw Refusals.validation("Replica in " + region + " of table " + name
                        + " cannot be deleted from here: it is none, or it is the one that was asked");
            }
        }
        if (table.strong() && removed.size() < table.replicas().size() - 1) {
            throw Refusals.validation("All other replicas of a global table configured for multi-Region strong"
                    + " consistency must be deleted at once");
        }
        for (String region : removed) {
            regions.shrink(name, region);
            regions.law(region)
                    .behind()
                    .execute(DeleteTableRequest.builder().tableName(name).build());
        }
    }
}
