package dojo.lab.capacity;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** One UpdateTable, as far as it concerns throughput. */
record Update(TableCapacity table, Tables tables, UpdateTableRequest request) {

    /** Why a quota forbids it; empty if none does. */
    String refused() {
        long now = tables.now();
        if (switchesToOnDemand() && !table.maySwitchToOnDemand(now)) {
            return "The table was switched to PAY_PER_REQUEST four times in the last 24 hours. Wait, or stay PROVISIONED.";
        }
        if (!mayProvision(table.table(), request.provisionedThroughput(), now)) {
            return tooManyDecreases(table.table());
        }
        for (GlobalSecondaryIndexUpdate index : request.globalSecondaryIndexUpdates()) {
            Resource resource =
                    index.update() == null ? null : table.index(index.update().indexName());
            if (resource != null && !mayProvision(resource, index.update().provisionedThroughput(), now)) {
                return tooManyDecreases(resource);
            }
        }
        return "";
    }

    /** Why it makes no sense; empty if it does. */
    String invalid() {
        if (cools(table.table(), request.warmThroughput())) {
            return tooCold(table.table());
        }
        for (GlobalSecondaryIndexUpdate index : request.globalSecondaryIndexUpdates()) {
            Resource resource =
                    index.update() == null ? null : table.index(index.update().indexName());
            if (resource != null && cools(resource, index.update().warmThroughput())) {
                return tooCold(resource);
            }
        }
        return "";
    }

    /** Takes effect, once the store has agreed. */
    void apply(TableDescription described) {
        boolean switches = switchesToOnDemand();
        if (switches) {
            table.all().forEach(resource -> change(resource, this::switchToOnDemand));
            table.switchedToOnDemand(tables.now());
        }
        change(table.table(), request.provisionedThroughput(), request.onDemandThroughput(), request.warmThroughput());
        for (GlobalSecondaryIndexUpdate index : request.globalSecondaryIndexUpdates()) {
            if (index.create() != null) {
                create(index.create(), described);
            } else if (index.update() != null) {
                change(index.update());
            } else if (index.delete() != null) {
                table.remove(index.delete().indexName());
            }
        }
    }

    private boolean switchesToOnDemand() {
        return request.billingMode() == BillingMode.PAY_PER_REQUEST
                && !table.table().with(Capacity::isOnDemand);
    }

    private void switchToOnDemand(Capacity capacity) {
        capacity.switchToOnDemand(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, tables.now());
    }

    private void create(CreateGlobalSecondaryIndexAction asked, TableDescription described) {
        List<GlobalSecondaryIndexDescription> made = described.globalSecondaryIndexes().stream()
                .filter(index -> Objects.equals(index.indexName(), asked.indexName()))
                .toList();
        Throughput throughput = Throughput.of(
                table.table().with(Capacity::isOnDemand),
                asked.provisionedThroughput(),
                asked.onDemandThroughput(),
                asked.warmThroughput());
        made.forEach(index -> tables.addIndex(table, described, index, throughput));
        tables.measure(table);
    }

    private void change(UpdateGlobalSecondaryIndexAction asked) {
        Resource resource = table.index(asked.indexName());
        if (resource != null) {
            change(resource, asked.provisionedThroughput(), asked.onDemandThroughput(), asked.warmThroughput());
        }
    }

    private void change(
            Resource resource,
            @Nullable ProvisionedThroughput provisioned,
            @Nullable OnDemandThroughput maximum,
            @Nullable WarmThroughput warm) {
        long now = tables.now();
        change(resource, capacity -> {
            if (provisioned != null) {
                capacity.update(
                        Throughput.units(provisioned.readCapacityUnits()),
                        Throughput.units(provisioned.writeCapacityUnits()),
                        now);
            }
            if (maximum != null) {
                double read = capacity.limit(Access.READ, Admission.ON_DEMAND_MAXIMUM);
                double write = capacity.limit(Access.WRITE, Admission.ON_DEMAND_MAXIMUM);
                capacity.limit(
                        Throughput.maximum(maximum, Access.READ, read),
                        Throughput.maximum(maximum, Access.WRITE, write),
                        now);
            }
            if (warm != null) {
                capacity.warm(
                        Throughput.units(warm.readUnitsPerSecond()), Throughput.units(warm.writeUnitsPerSecond()), now);
            }
        });
    }

    private static void change(Resource resource, Consumer<Capacity> work) {
        resource.with(capacity -> {
            work.accept(capacity);
            return true;
        });
    }

    private static boolean mayProvision(Resource resource, @Nullable ProvisionedThroughput asked, long now) {
        return asked == null
                || resource.with(capacity -> capacity.mayUpdate(
                        Throughput.units(asked.readCapacityUnits()),
                        Throughput.units(asked.writeCapacityUnits()),
                        now));
    }

    private static String tooManyDecreases(Resource resource) {
        return "The throughput of " + resource.name() + " cannot be lowered again within this hour: a day in UTC begins"
                + " with four decreases, and one more comes with each hour.";
    }

    private static boolean cools(Resource resource, @Nullable WarmThroughput asked) {
        return asked != null
                && resource.with(capacity -> less(asked.readUnitsPerSecond(), capacity.warm(Access.READ))
                        || less(asked.writeUnitsPerSecond(), capacity.warm(Access.WRITE)));
    }

    private static boolean less(@Nullable Long asked, double warm) {
        return asked != null && asked.doubleValue() < warm;
    }

    private static String tooCold(Resource resource) {
        return "One or more parameter values were invalid: the warm throughput of " + resource.name()
                + " cannot be lowered. Ask for as much as it has, or more.";
    }
}
