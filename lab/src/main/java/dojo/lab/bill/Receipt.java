package dojo.lab.bill;

import dojo.lab.item.Charge;
import dojo.lab.item.IndexShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * A cost in the form in which the service tells it: {@code ConsumedCapacity}, as detailed as the caller asked.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ConsumedCapacity.html">
 *     ConsumedCapacity</a>
 */
final class Receipt {

    private final Cost cost;
    private final @Nullable ReturnConsumedCapacity asked;
    /** Only transactions tell read and write units apart. */
    private final boolean transaction;

    private Receipt(Cost cost, @Nullable ReturnConsumedCapacity asked, boolean transaction) {
        this.cost = cost;
        this.asked = asked;
        this.transaction = transaction;
    }

    static Receipt of(Cost cost, @Nullable ReturnConsumedCapacity asked) {
        return new Receipt(cost, asked, false);
    }

    static Receipt ofTransaction(Cost cost, @Nullable ReturnConsumedCapacity asked) {
        return new Receipt(cost, asked, true);
    }

    /** The receipt of a request that names this table only; null if the caller did not ask for one. */
    @Nullable
    ConsumedCapacity forTable(String table) {
        if (asked == null || asked == ReturnConsumedCapacity.NONE) {
            return null;
        }
        Capacity total = capacity(charge -> true, table);
        ConsumedCapacity.Builder receipt = ConsumedCapacity.builder()
                .tableName(table)
                .capacityUnits(total.capacityUnits())
                .readCapacityUnits(total.readCapacityUnits())
                .writeCapacityUnits(total.writeCapacityUnits());
        // A word that is no choice is read as DynamoDB Local reads it.
        if (asked != ReturnConsumedCapacity.TOTAL) {
            receipt.table(capacity(charge -> charge.index().isEmpty(), table));
            receipt.globalSecondaryIndexes(indexes(IndexShape.Kind.GLOBAL, table));
            receipt.localSecondaryIndexes(indexes(IndexShape.Kind.LOCAL, table));
        }
        return receipt.build();
    }

    /** A receipt for each table charged; null if the caller did not ask for any. */
    @Nullable
    List<ConsumedCapacity> forTables() {
        if (asked == null || asked == ReturnConsumedCapacity.NONE) {
            return null;
        }
        return cost.charges().stream()
                .map(Charge::table)
                .distinct()
                .map(this::forTable)
                .toList();
    }

    private @Nullable Map<String, Capacity> indexes(IndexShape.Kind kind, String table) {
        Map<String, Capacity> capacities = new LinkedHashMap<>();
        for (Charge charge : cost.charges()) {
            charge.index()
                    .filter(index -> index.kind() == kind && charge.table().equals(table) && charge.units() > 0)
                    .ifPresent(index -> capacities.computeIfAbsent(
                            index.name(),
                            name -> capacity(other -> other.index().equals(charge.index()), table)));
        }
        return capacities.isEmpty() ? null : capacities;
    }

    private Capacity capacity(Predicate<Charge> counted, String table) {
        Cost part = new Cost(cost.charges().stream()
                .filter(charge -> charge.table().equals(table))
                .filter(counted)
                .toList());
        Capacity.Builder capacity = Capacity.builder().capacityUnits(part.readUnits() + part.writeUnits());
        if (transaction && cost.readUnits() > 0) {
            capacity.readCapacityUnits(part.readUnits());
        }
        if (transaction && cost.writeUnits() > 0) {
            capacity.writeCapacityUnits(part.writeUnits());
        }
        return capacity.build();
    }
}
