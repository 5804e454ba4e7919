package dojo.workbench.shell.child;

import dojo.lab.Lab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Carries the tables of one lab into another: definitions, time to live, items. Nothing of it is on a bill. */
final class TableCopy {
    private static final int BATCH = 25;

    /** How often an item is held while two labs are open: in each lab as its image, in other Regions, in a stream. */
    private static final long HELD = 6;

    /** What requests on their way need. */
    private static final long WORKING_BYTES = 64 << 20;

    private final DynamoDbClient from;
    private final DynamoDbClient to;

    private TableCopy(DynamoDbClient from, DynamoDbClient to) {
        this.from = from;
        this.to = to;
    }

    /** What was carried over. */
    record Copied(int tables, long items) {}

    /**
     * Refuses what would end this process instead of succeeding: both labs are in its memory for a moment.
     *
     * @throws IllegalStateException with a sentence
     */
    static void requireRoom(Lab from) {
        long bytes = 0;
        for (String table : from.backstage().listTablesPaginator().tableNames()) {
            // Reading the items to add them up would take the room that is in question.
            bytes += from.backstage()
                    .describeTable(d -> d.tableName(table))
                    .table()
                    .tableSizeBytes();
        }
        long room = (Runtime.getRuntime().maxMemory() - WORKING_BYTES) / HELD;
        if (bytes > room) {
            throw new IllegalStateException("The tables hold " + (bytes >> 20)
                    + " MB. Other laws need a second lab for a"
                    + " moment, and more than " + (room >> 20) + " MB does not fit twice into the memory of the prompt."
                    + " Delete what you do not need, or switch the laws first and fill the table then.");
        }
    }

    /** @param settling how long the new lab's settings take; it passes before the items come */
    static Copied of(Lab from, Lab to, Duration settling) {
        var copy = new TableCopy(from.backstage(), to.backstage());
        List<String> tables = from.backstage().listTablesPaginator().tableNames().stream()
                .sorted()
                .toList();
        tables.forEach(copy::definition);
        to.clock().advance(settling);
        long items = tables.stream().mapToLong(copy::items).sum();
        return new Copied(tables.size(), items);
    }

    private void definition(String name) {
        TableDescription table = from.describeTable(d -> d.tableName(name)).table();
        CreateTableRequest.Builder create = CreateTableRequest.builder()
                .tableName(name)
                .attributeDefinitions(table.attributeDefinitions())
                .keySchema(table.keySchema());
        boolean onDemand = table.billingModeSummary() != null
                && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
        if (onDemand) {
            create.billingMode(BillingMode.PAY_PER_REQUEST);
        } else {
            create.provisionedThroughput(throughput(table.provisionedThroughput()));
        }
        if (table.hasGlobalSecondaryIndexes()) {
            create.globalSecondaryIndexes(table.globalSecondaryIndexes().stream()
                    .map(index -> global(index, onDemand))
                    .toList());
        }
        if (table.hasLocalSecondaryIndexes()) {
            create.localSecondaryIndexes(
                    table.localSecondaryIndexes().stream().map(TableCopy::local).toList());
        }
        if (table.streamSpecification() != null) {
            create.streamSpecification(table.streamSpecification());
        }
        to.createTable(create.build());
        timeToLive(name);
    }

    private void timeToLive(String name) {
        TimeToLiveDescription set =
                from.describeTimeToLive(d -> d.tableName(name)).timeToLiveDescription();
        if (set.timeToLiveStatus() == TimeToLiveStatus.ENABLED || set.timeToLiveStatus() == TimeToLiveStatus.ENABLING) {
            to.updateTimeToLive(u -> u.tableName(name)
                    .timeToLiveSpecification(s -> s.enabled(true).attributeName(set.attributeName())));
        }
    }

    private long items(String name) {
        long count = 0;
        List<WriteRequest> batch = new ArrayList<>();
        for (Map<String, AttributeValue> item :
                from.scanPaginator(s -> s.tableName(name).consistentRead(true)).items()) {
            batch.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
            count++;
            if (batch.size() == BATCH) {
                write(name, batch);
            }
        }
        write(name, batch);
        return count;
    }

    private void write(String name, List<WriteRequest> batch) {
        if (!batch.isEmpty()) {
            to.batchWriteItem(b -> b.requestItems(Map.of(name, List.copyOf(batch))));
            batch.clear();
        }
    }

    private static GlobalSecondaryIndex global(GlobalSecondaryIndexDescription index, boolean onDemand) {
        GlobalSecondaryIndex.Builder copy = GlobalSecondaryIndex.builder()
                .indexName(index.indexName())
                .keySchema(index.keySchema())
                .projection(index.projection());
        if (!onDemand) {
            copy.provisionedThroughput(throughput(index.provisionedThroughput()));
        }
        return copy.build();
    }

    private static LocalSecondaryIndex local(LocalSecondaryIndexDescription index) {
        return LocalSecondaryIndex.builder()
                .indexName(index.indexName())
                .keySchema(index.keySchema())
                .projection(index.projection())
                .build();
    }

    private static ProvisionedThroughput throughput(ProvisionedThroughputDescription described) {
        return ProvisionedThroughput.builder()
                .readCapacityUnits(described.readCapacityUnits())
                .writeCapacityUnits(described.writeCapacityUnits())
                .build();
    }
}
