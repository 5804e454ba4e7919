package dojo.lab.replication;

import dojo.lab.item.TableShapes;
import dojo.lab.law.Call;
import dojo.lab.law.Next;
import dojo.lab.law.Refusals;
import dojo.lab.law.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;

/**
 * Global indexes that are being created or deleted, which takes its time on the clock of the lab.
 *
 * <p>Safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.OnlineOps.html">Managing global
 *     secondary indexes</a>
 */
final class IndexWork {

    private static final String IN_USE = "Attempt to change a resource which is still in use: ";

    private final ReplicationSettings settings;
    private final Site site;
    /** At most one work for each table. */
    private final Map<String, Work> works = new ConcurrentHashMap<>();
    /** DynamoDB Local breaks requests that meet it while it changes an index: nobody else is let in meanwhile. */
    private final ReadWriteLock gate = new ReentrantReadWriteLock();

    IndexWork(ReplicationSettings settings, Site site) {
        this.settings = settings;
        this.site = site;
        site.items().journal().onDrop(works::remove);
    }

    AwsResponse apply(Call call, Next next) {
        AwsRequest request = call.request();
        if (request instanceof UpdateTableRequest update && update.tableName() != null) {
            return update(update, call, next);
        }
        if (!works.isEmpty()) {
            refuseMeanwhile(request);
        }
        AwsResponse answer = among(call, next);
        return answer instanceof DescribeTableResponse described && !works.isEmpty()
                ? described.toBuilder().table(shown(described.table())).build()
                : answer;
    }

    private AwsResponse among(Call call, Next next) {
        Lock lock = gate.readLock();
        lock.lock();
        try {
            return next.answer(call);
        } finally {
            lock.unlock();
        }
    }

    private AwsResponse update(UpdateTableRequest update, Call call, Next next) {
        String table = TableShapes.name(update.tableName());
        Optional<Change> change = change(update);
        now(table).ifPresent(busy -> refuse(change, busy, table));
        if (change.isEmpty()) {
            return among(call, next);
        }
        Lock lock = gate.writeLock();
        lock.lock();
        try {
            Optional<GlobalSecondaryIndexDescription> before =
                    described(table, change.get().index());
            UpdateTableResponse answer = (UpdateTableResponse) next.answer(call);
            new LocalIndexes(site.leader()).awaitSettled(table);
            begin(table, change.get(), before);
            return answer.toBuilder()
                    .tableDescription(shown(answer.tableDescription()))
                    .build();
        } finally {
            lock.unlock();
        }
    }

    private void begin(String table, Change change, Optional<GlobalSecondaryIndexDescription> before) {
        Instant now = site.clock().instant();
        if (change.deletes()) {
            Instant gone = now.plus(settings.indexDeletion());
            works.put(table, new Work(change.index(), before, gone, gone));
            say(change.index() + " of " + table + " is DELETING until " + gone);
            return;
        }
        int items = site.items().all(table).size();
        Instant filling = now.plus(settings.indexAllocation());
        Instant active = filling.plus(Duration.ofMillis(1_000L * items / settings.backfillPerSecond()));
        works.put(table, new Work(change.index(), Optional.empty(), filling, active));
        say(change.index() + " of " + table + " is CREATING, from " + filling + " on with Backfilling of " + items
                + " items, and ACTIVE from " + active + " on");
    }

    private void say(String words) {
        site.trace().say(ReplicationLaw.NAME, "index " + words);
    }

    /** The index that the update creates or deletes; none if it does neither. */
    private static Optional<Change> change(UpdateTableRequest update) {
        for (GlobalSecondaryIndexUpdate index : update.globalSecondaryIndexUpdates()) {
            if (index == null) {
                // A list with a gap: the store will say so.
                continue;
            }
            if (index.create() != null && index.create().indexName() != null) {
                return Optional.of(new Change(index.create().indexName(), false));
            }
            if (index.delete() != null && index.delete().indexName() != null) {
                return Optional.of(new Change(index.delete().indexName(), true));
            }
        }
        return Optional.empty();
    }

    private void refuse(Optional<Change> change, Work busy, String table) {
        if (change.isEmpty()) {
            throw Refusals.inUse(IN_USE + "Table is being updated: " + table);
        }
        boolean takenBack = change.get().deletes() && busy.creates(change.get().index());
        if (!takenBack) {
            throw Refusals.limitExceeded("Subscriber limit exceeded: Only 1 online index can be created or deleted"
                    + " simultaneously per table");
        }
        if (!busy.isFilling(site.clock().instant())) {
            throw Refusals.inUse(IN_USE + "Index is being created but not backfilling.");
        }
    }

    private void refuseMeanwhile(AwsRequest request) {
        if (request instanceof DeleteTableRequest delete && delete.tableName() != null) {
            String table = TableShapes.name(delete.tableName());
            now(table).ifPresent(busy -> {
                throw Refusals.inUse(IN_USE + "Table is being updated: " + table);
            });
        } else if (request instanceof QueryRequest query) {
            refuseRead(query.tableName(), query.indexName());
        } else if (request instanceof ScanRequest scan) {
            refuseRead(scan.tableName(), scan.indexName());
        } else if (request instanceof ExecuteStatementRequest statement) {
            Selected.by(statement.statement()).ifPresent(selected -> refuseRead(selected.table(), selected.index()));
        }
    }

    private void refuseRead(@Nullable String table, @Nullable String index) {
        now(TableShapes.name(table)).filter(busy -> busy.index().equals(index)).ifPresent(busy -> {
            throw busy.creates(busy.index())
                    ? Refusals.validation("Cannot read from backfilling global secondary index")
                    : Refusals.validation("The table does not have the specified index: " + busy.index());
        });
    }

    private TableDescription shown(TableDescription table) {
        return now(table.tableName())
                .map(busy -> busy.shown(table, site.clock().instant()))
                .orElse(table);
    }

    /** The index as the leader has it, with all its settings. */
    private Optional<GlobalSecondaryIndexDescription> described(String table, String index) {
        if (site.items().index(table, index).isEmpty()) {
            return Optional.empty();
        }
        var describe = DescribeTableRequest.builder().tableName(table).build();
        return ((DescribeTableResponse) site.leader().execute(describe))
                .table().globalSecondaryIndexes().stream()
                        .filter(described -> index.equals(described.indexName()))
                        .findFirst();
    }

    private Optional<Work> now(String table) {
        Work work = works.get(table);
        if (work == null || work.until().isAfter(site.clock().instant())) {
            return Optional.ofNullable(work);
        }
        works.remove(table, work);
        return Optional.empty();
    }

    /** What an update does to an index. */
    private record Change(String index, boolean deletes) {}
}
