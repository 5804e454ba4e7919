package dojo.lab.capacity;

import dojo.lab.item.Change;
import dojo.lab.item.IndexShape;
import dojo.lab.item.ItemSize;
import dojo.lab.item.TableShape;
import dojo.lab.item.TableShapes;
import dojo.lab.law.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * The capacity of each table: told when the table was made, or asked of the store when it is first met.
 *
 * <p>Safe for use by many threads. Sizes of partitions follow the journal.
 */
final class Tables {

    private final CapacitySettings settings;
    private final Site site;
    private final Map<String, TableCapacity> known = new ConcurrentHashMap<>();

    Tables(CapacitySettings settings, Site site) {
        this.settings = settings;
        this.site = site;
        site.items().journal().subscribe(this::changed);
        site.items().journal().onDrop(this::forget);
    }

    /** The microsecond that it is by the clock of the lab. */
    long now() {
        Instant now = site.clock().instant();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    List<TableCapacity> all() {
        return known.keySet().stream().sorted().map(known::get).toList();
    }

    /** The capacity of the table of this name or ARN; nothing if there is no such table. */
    @Nullable
    TableCapacity of(@Nullable String table) {
        String name = TableShapes.name(table);
        TableCapacity found = known.get(name);
        // The price of a statement of PartiQL names no table.
        return found != null || name.isEmpty() ? found : meet(name);
    }

    /** Who pays for this index: itself if it is global, the table if it is local; nobody if there is no such index. */
    @Nullable
    Resource payer(TableCapacity table, Optional<IndexShape> index) {
        if (index.isEmpty() || index.get().kind() == IndexShape.Kind.LOCAL) {
            return table.table();
        }
        Resource known = table.index(index.get().name());
        return known != null ? known : meetIndex(table, index.get().name());
    }

    /** An index that was made behind our back has what the store says of it. */
    private synchronized @Nullable Resource meetIndex(TableCapacity table, String name) {
        TableDescription described = describe(table.table().table());
        if (table.index(name) == null && described != null) {
            boolean onDemand = table.table().with(Capacity::isOnDemand);
            for (GlobalSecondaryIndexDescription index : described.globalSecondaryIndexes()) {
                if (name.equals(index.indexName())) {
                    addIndex(table, described, index, described(onDemand, index.provisionedThroughput()));
                    measure(table);
                }
            }
        }
        return table.index(name);
    }

    void forget(String table) {
        known.remove(TableShapes.name(table));
    }

    /** Makes the capacity of a new table. */
    TableCapacity add(TableDescription table, Throughput asked, Map<String, Throughput> askedForIndexes) {
        TableShape shape = TableShape.of(table);
        Resource resource = new Resource(
                table.tableName(),
                Optional.empty(),
                table.tableArn(),
                shape.partitionKey(),
                shape.key(),
                capacity(table.tableName(), asked, table.hasLocalSecondaryIndexes()));
        TableCapacity added = new TableCapacity(resource);
        for (GlobalSecondaryIndexDescription index : table.globalSecondaryIndexes()) {
            Throughput ofIndex = askedForIndexes.getOrDefault(index.indexName(), asked);
            addIndex(added, table, index, ofIndex);
        }
        known.put(table.tableName(), added);
        return added;
    }

    void addIndex(
            TableCapacity table,
            TableDescription description,
            GlobalSecondaryIndexDescription index,
            Throughput asked) {
        Optional<IndexShape> shape = TableShape.of(description).index(index.indexName());
        shape.ifPresent(found -> {
            String name = description.tableName() + "/" + index.indexName();
            Resource resource = new Resource(
                    description.tableName(),
                    Optional.of(index.indexName()),
                    index.indexArn(),
                    found.partitionKey(),
                    found.key(),
                    capacity(name, asked, false));
            table.put(index.indexName(), resource);
        });
    }

    /** Measures the partitions of a table that has split, or that had items when it was met. */
    void measure(TableCapacity table) {
        String name = table.table().table();
        TableShape shape = site.items().shape(name);
        List<Map<String, AttributeValue>> items = new ArrayList<>(site.items().all(name));
        measure(table.table(), items);
        for (IndexShape index : shape.indexes()) {
            Resource resource = table.index(index.name());
            if (resource != null) {
                measure(resource, items.stream().map(index::entry).toList());
            }
        }
    }

    private static void measure(Resource resource, List<Map<String, AttributeValue>> entries) {
        List<Resource.Stored> stored = new ArrayList<>();
        for (Map<String, AttributeValue> entry : entries) {
            resource.place(entry).ifPresent(place -> stored.add(new Resource.Stored(place, ItemSize.bytes(entry))));
        }
        resource.measure(stored);
    }

    private void changed(Change change) {
        TableCapacity table = known.get(change.table());
        if (table == null) {
            return;
        }
        changed(table.table(), change.before(), change.after());
        for (IndexShape index : site.items().shape(change.table()).indexes()) {
            Resource resource = table.index(index.name());
            if (resource != null) {
                changed(resource, index.entry(change.before()), index.entry(change.after()));
            }
        }
    }

    private static void changed(
            Resource resource, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        resource.place(before).ifPresent(place -> resource.stored(place, -ItemSize.bytes(before), -1));
        resource.place(after).ifPresent(place -> resource.stored(place, ItemSize.bytes(after), 1));
    }

    private synchronized @Nullable TableCapacity meet(String name) {
        TableCapacity metMeanwhile = known.get(name);
        if (metMeanwhile != null) {
            return metMeanwhile;
        }
        TableDescription table = describe(name);
        if (table == null) {
            return null;
        }
        boolean onDemand = table.billingModeSummary() != null
                && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
        Map<String, Throughput> indexes = new HashMap<>();
        table.globalSecondaryIndexes()
                .forEach(index -> indexes.put(index.indexName(), described(onDemand, index.provisionedThroughput())));
        TableCapacity met = add(table, described(onDemand, table.provisionedThroughput()), indexes);
        measure(met);
        return met;
    }

    private @Nullable TableDescription describe(String name) {
        try {
            var request = DescribeTableRequest.builder().tableName(name).build();
            return ((DescribeTableResponse) site.leader().execute(request)).table();
        } catch (RuntimeException e) {
            // There is no such table, and the caller's own request is about to be refused for the same reason. Or
            // DynamoDB Local is changing an index of it, and breaks when it is asked meanwhile.
            return null;
        }
    }

    private static Throughput described(boolean onDemand, @Nullable ProvisionedThroughputDescription described) {
        ProvisionedThroughput provisioned = described == null
                ? null
                : ProvisionedThroughput.builder()
                        .readCapacityUnits(described.readCapacityUnits())
                        .writeCapacityUnits(described.writeCapacityUnits())
                        .build();
        return Throughput.of(onDemand, provisioned, null, null);
    }

    private Capacity capacity(String name, Throughput asked, boolean localIndexes) {
        long now = now();
        java.util.function.Consumer<String> told = words -> site.trace().say(CapacityLaw.NAME, name + ": " + words);
        Capacity capacity = asked.onDemand()
                ? Capacity.onDemand(settings, asked.readMaximum(), asked.writeMaximum(), localIndexes, told, now)
                : Capacity.provisioned(settings, asked.readUnits(), asked.writeUnits(), localIndexes, told, now);
        capacity.warm(asked.warmRead(), asked.warmWrite(), now);
        return capacity;
    }
}
