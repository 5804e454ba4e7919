package dojo.lab.bill;

import dojo.lab.store.Store;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * The shapes of the tables seen so far, asked of the store once each.
 *
 * <p>Safe for use by many threads. A table changed behind our back keeps its old shape until {@link #forget}.
 */
final class TableShapes {

    private final Map<String, TableShape> known = new ConcurrentHashMap<>();

    /** The shape of the table of this name or ARN. */
    TableShape of(@Nullable String table, Store store) {
        TableShape cached = known.get(name(table));
        return cached != null ? cached : describe(table, store);
    }

    /** The index of this name; looked up afresh if it is not known, since it may be new. */
    Optional<IndexShape> index(String table, @Nullable String index, Store store) {
        if (index == null) {
            return Optional.empty();
        }
        return of(table, store).index(index).or(() -> describe(table, store).index(index));
    }

    void forget(String table) {
        known.remove(name(table));
    }

    /** The bare name of a table that may be given by its ARN. */
    static String name(@Nullable String table) {
        if (table == null) {
            return "";
        }
        return table.startsWith("arn:") ? table.substring(table.indexOf('/') + 1) : table;
    }

    private TableShape describe(@Nullable String table, Store store) {
        try {
            var request = DescribeTableRequest.builder().tableName(table).build();
            TableShape shape = TableShape.of(((DescribeTableResponse) store.execute(request)).table());
            known.put(name(table), shape);
            return shape;
        } catch (DynamoDbException e) {
            // The caller's own request is about to be refused for the same reason, in the service's words.
            return TableShape.MISSING;
        }
    }
}
