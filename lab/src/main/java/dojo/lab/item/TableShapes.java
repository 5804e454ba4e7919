package dojo.lab.item;

import dojo.lab.store.Store;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * The shapes of the tables seen so far, asked of the store once each.
 *
 * <p>Safe for use by many threads. A table changed behind our back keeps its old shape until {@link #forget}.
 */
public final class TableShapes {

    private final Map<String, TableShape> known = new ConcurrentHashMap<>();

    /** The shape of the table of this name or ARN. */
    public TableShape of(@Nullable String table, Store store) {
        TableShape cached = known.get(name(table));
        return cached != null ? cached : describe(table, store);
    }

    /** The index of this name; looked up afresh if it is not known, since it may be new. */
    public Optional<IndexShape> index(String table, @Nullable String index, Store store) {
        if (index == null) {
            return Optional.empty();
        }
        return of(table, store).index(index).or(() -> describe(table, store).index(index));
    }

    /** The table may have changed: its shape is asked for again. */
    public void forget(String table) {
        known.remove(name(table));
    }

    /** The bare name of a table that may be given by its ARN. */
    public static String name(@Nullable String table) {
        if (table == null) {
            return "";
        }
        return table.startsWith("arn:") ? table.substring(table.indexOf('/') + 1) : table;
    }

    /** The table that the request changes, if it changes one. */
    static Optional<String> changedBy(AwsRequest request) {
        if (request instanceof CreateTableRequest create) {
            return Optional.ofNullable(create.tableName());
        }
        if (request instanceof UpdateTableRequest update) {
            return Optional.ofNullable(update.tableName());
        }
        return request instanceof DeleteTableRequest delete
                ? Optional.ofNullable(delete.tableName())
                : Optional.empty();
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
