package dojo.lab.replication;

import dojo.lab.item.ItemWrite;
import dojo.lab.item.TableShapes;
import dojo.lab.law.Call;
import dojo.lab.law.Next;
import dojo.lab.law.Refusals;
import dojo.lab.law.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * Tables that stand in CREATING for a while: until they are ACTIVE, they can neither be read nor written.
 *
 * <p>Safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</a>
 */
final class NewTables {

    private final Duration creation;
    private final Site site;
    private final Map<String, Instant> activeFrom = new ConcurrentHashMap<>();

    NewTables(Duration creation, Site site) {
        this.creation = creation;
        this.site = site;
        site.items().journal().onDrop(activeFrom::remove);
    }

    AwsResponse apply(Call call, Next next) {
        if (!activeFrom.isEmpty()) {
            refuseMeanwhile(call.request());
        }
        AwsResponse answer = next.answer(call);
        if (answer instanceof CreateTableResponse created && !creation.isZero()) {
            String table = created.tableDescription().tableName();
            Instant active = site.clock().instant().plus(creation);
            activeFrom.put(table, active);
            site.trace().say(call, ReplicationLaw.NAME, "table " + table + " is CREATING until " + active);
            return created.toBuilder()
                    .tableDescription(shown(created.tableDescription()))
                    .build();
        }
        return answer instanceof DescribeTableResponse described
                        && isNew(described.table().tableName())
                ? described.toBuilder().table(shown(described.table())).build()
                : answer;
    }

    private void refuseMeanwhile(AwsRequest request) {
        if (request instanceof UpdateTableRequest update && isNew(update.tableName())) {
            throw beingCreated(update.tableName());
        }
        if (request instanceof DeleteTableRequest delete && isNew(delete.tableName())) {
            throw beingCreated(delete.tableName());
        }
        tables(request).stream().filter(this::isNew).findFirst().ifPresent(table -> {
            throw Refusals.notFound("Requested resource not found: Table: " + TableShapes.name(table) + " not found");
        });
    }

    private static RuntimeException beingCreated(String table) {
        return Refusals.inUse("Attempt to change a resource which is still in use: Table is being created: "
                + TableShapes.name(table));
    }

    /** The tables of which items are read or written; none for PartiQL that writes. */
    private Collection<String> tables(AwsRequest request) {
        if (request instanceof GetItemRequest get) {
            return one(get.tableName());
        }
        if (request instanceof QueryRequest query) {
            return one(query.tableName());
        }
        if (request instanceof ScanRequest scan) {
            return one(scan.tableName());
        }
        if (request instanceof BatchGetItemRequest batch) {
            return batch.requestItems().keySet();
        }
        if (request instanceof TransactGetItemsRequest transaction) {
            return transaction.transactItems().stream()
                    .filter(item -> item.get() != null)
                    .flatMap(item -> one(item.get().tableName()).stream())
                    .toList();
        }
        if (request instanceof ExecuteStatementRequest statement) {
            return Selected.by(statement.statement()).map(Selected::table).stream()
                    .toList();
        }
        return site.items().writes(request).stream().map(ItemWrite::table).toList();
    }

    private static List<String> one(@Nullable String table) {
        return table == null ? List.of() : List.of(table);
    }

    private boolean isNew(@Nullable String table) {
        String name = TableShapes.name(table);
        Instant from = activeFrom.get(name);
        if (from == null || site.clock().instant().isBefore(from)) {
            return from != null;
        }
        activeFrom.remove(name, from);
        return false;
    }

    private static TableDescription shown(TableDescription table) {
        TableDescription.Builder creating = table.toBuilder().tableStatus(TableStatus.CREATING);
        if (table.hasGlobalSecondaryIndexes()) {
            creating.globalSecondaryIndexes(table.globalSecondaryIndexes().stream()
                    .map(index ->
                            index.toBuilder().indexStatus(IndexStatus.CREATING).build())
                    .toList());
        }
        return creating.build();
    }
}
