package dojo.lab.capacity;

import dojo.lab.item.IndexShape;
import dojo.lab.item.ItemWrite;
import dojo.lab.item.Items;
import dojo.lab.item.Queried;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;

/** Which tables, indexes and partitions a request is about to use. */
record Asking(Tables tables, Items items, Scans scans) {

    /** One for each item or page, in the order of the request; none for what uses no throughput, and for PartiQL. */
    List<Asked> of(AwsRequest request) {
        List<Asked> asked = new ArrayList<>();
        if (request instanceof GetItemRequest get) {
            read(asked, get.tableName(), get.key());
        } else if (request instanceof QueryRequest query) {
            add(asked, page(query));
        } else if (request instanceof ScanRequest scan) {
            add(asked, page(scan));
        } else if (request instanceof BatchGetItemRequest batch) {
            batch.requestItems().forEach((table, keys) -> keys.keys().forEach(key -> read(asked, table, key)));
        } else if (request instanceof TransactGetItemsRequest transaction) {
            transaction.transactItems().forEach(item -> {
                boolean whole = item.get() != null;
                read(
                        asked,
                        whole ? item.get().tableName() : null,
                        whole ? item.get().key() : Map.of());
            });
        } else {
            List<ItemWrite> writes = items.writes(request);
            for (int i = 0; i < writes.size(); i++) {
                add(asked, write(writes.get(i), request, i));
            }
        }
        return asked;
    }

    private static void add(List<Asked> asked, List<Touch> touches) {
        asked.add(new Asked(asked.size(), touches));
    }

    private void read(List<Asked> asked, @Nullable String table, Map<String, AttributeValue> key) {
        TableCapacity found = tables.of(table);
        add(asked, found == null ? List.of() : touch(found.table(), Access.READ, key));
    }

    private static List<Touch> touch(Resource resource, Access access, Map<String, AttributeValue> key) {
        // A key that lacks a part is refused by the store.
        return resource.place(key)
                .map(place -> List.of(new Touch(resource, access, Optional.of(place))))
                .orElse(List.of());
    }

    private List<Touch> page(QueryRequest query) {
        TableCapacity table = tables.of(query.tableName());
        Optional<IndexShape> index = items.index(query.tableName(), query.indexName());
        Resource resource = table == null ? null : tables.payer(table, index);
        if (resource == null) {
            return List.of();
        }
        List<String> partitionKey = items.shape(query.tableName()).partitionKey();
        Map<String, AttributeValue> start = new HashMap<>(query.exclusiveStartKey());
        start.putAll(
                Queried.partition(query, index.map(IndexShape::partitionKey).orElse(partitionKey)));
        return touch(resource, Access.READ, start);
    }

    private List<Touch> page(ScanRequest scan) {
        TableCapacity table = tables.of(scan.tableName());
        Resource resource = table == null ? null : tables.payer(table, items.index(scan.tableName(), scan.indexName()));
        return resource == null
                ? List.of()
                : List.of(new Touch(resource, Access.READ, Optional.of(Place.ofScan(scans.start(scan)))));
    }

    private List<Touch> write(ItemWrite write, AwsRequest request, int position) {
        TableCapacity table = tables.of(write.table());
        if (table == null) {
            return List.of();
        }
        List<Touch> touches =
                new ArrayList<>(touch(table.table(), Access.WRITE, write.key().attributes()));
        boolean global = write.shape().indexes().stream().anyMatch(index -> index.kind() == IndexShape.Kind.GLOBAL);
        if (global && !touches.isEmpty() && write.kind() != ItemWrite.Kind.CHECK) {
            Map<String, AttributeValue> before = items.current(write.key());
            for (IndexShape index : write.shape().indexes()) {
                Resource resource =
                        index.kind() == IndexShape.Kind.GLOBAL ? tables.payer(table, Optional.of(index)) : null;
                if (resource != null) {
                    entries(index, write, before, request, position)
                            .forEach(key -> touches.addAll(touch(resource, Access.WRITE, key)));
                }
            }
        }
        return touches;
    }

    /** The keys of the index entries that the write is going to put, change or delete. */
    private static Set<Map<String, AttributeValue>> entries(
            IndexShape index, ItemWrite write, Map<String, AttributeValue> before, AwsRequest request, int position) {
        Map<String, AttributeValue> after = new HashMap<>();
        boolean changed = true;
        if (write.kind() == ItemWrite.Kind.PUT) {
            after.putAll(write.attributes());
            changed = !index.entry(before).equals(index.entry(after));
        } else if (write.kind() == ItemWrite.Kind.UPDATE) {
            Named named = Named.of(request, position);
            after.putAll(before);
            after.putAll(write.attributes());
            after.putAll(named.values());
            changed = before.isEmpty() || named.attributes().stream().anyMatch(index::projects);
        }
        Set<Map<String, AttributeValue>> keys = new LinkedHashSet<>();
        if (changed) {
            keys.add(index.keyOf(index.entry(before)));
            keys.add(index.keyOf(index.entry(after)));
            keys.remove(Map.<String, AttributeValue>of());
        }
        return keys;
    }
}
