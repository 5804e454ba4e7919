package dojo.lab.bill;

import dojo.lab.item.Charge;
import dojo.lab.item.ItemKey;
import dojo.lab.item.ItemSize;
import dojo.lab.item.Items;
import dojo.lab.law.Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * What a transaction costs that had committed before and is asked for again: reading its items.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">
 *     Transactions: how they work</a>
 */
public final class ReplayBill {

    private ReplayBill() {}

    /**
     * Notes the price on the call.
     *
     * @param keys of the items; empty for one that is not known, which costs the least a read can cost
     * @return what the answer is to say about it; null if the caller did not ask
     */
    public static @Nullable List<ConsumedCapacity> settle(
            Call call, List<Optional<ItemKey>> keys, Items items, @Nullable ReturnConsumedCapacity asked) {
        Cost cost = Cost.sum(keys.stream().map(key -> Cost.of(charge(key, items))));
        call.charge(cost.charges());
        call.result("already done");
        return Receipt.ofTransaction(cost, asked).forTables();
    }

    private static Charge charge(Optional<ItemKey> known, Items items) {
        return known.map(key -> Charge.read(key.table(), units(ItemSize.bytes(items.current(key))), key.attributes()))
                .orElseGet(() -> Charge.read("", units(0), Map.of()));
    }

    private static double units(long bytes) {
        return ReadUnits.TRANSACTIONAL.forBytes(bytes);
    }
}
