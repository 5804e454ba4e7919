package dojo.lab.item;

import dojo.lab.store.Store;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the current image of an item is found. */
sealed interface Memory permits Shadow, Asking {

    /** The whole item; empty if it is not there. */
    Map<String, AttributeValue> current(ItemKey key, Store leader);

    /** All items of a table, in no order. */
    Collection<Map<String, AttributeValue>> all(String table, Store leader);

    /** Notes what a write has left; empty if nothing. */
    void note(ItemKey key, Map<String, AttributeValue> after);

    /** Forgets a table that was deleted. */
    void drop(String table);
}
