package dojo.workbench.shell.child;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;
import software.amazon.awssdk.services.dynamodb.paginators.ScanIterable;

/** What a value of DynamoDB holds, for the prompt to draw; everything else is shown as Java shows it. */
final class ResultJson {
    private static final String LAZY =
            "pages that are asked for while they are read; nothing was asked yet. items().stream().toList() reads all";

    private final KeyNames keys;

    /** @param keys which attributes are keys */
    ResultJson(KeyNames keys) {
        this.keys = keys;
    }

    /** Empty if the value holds nothing of DynamoDB's. */
    Optional<ObjectNode> of(@Nullable Object value) {
        return Optional.ofNullable(value).map(this::answer).map(Sheet::json);
    }

    private @Nullable Sheet answer(Object value) {
        if (value instanceof QueryResponse r) {
            return page(r.items(), r.count(), r.scannedCount()).lastKey(r.lastEvaluatedKey());
        } else if (value instanceof ScanResponse r) {
            return page(r.items(), r.count(), r.scannedCount()).lastKey(r.lastEvaluatedKey());
        } else if (value instanceof ExecuteStatementResponse r) {
            return page(r.items(), null, null)
                    .lastKey(r.lastEvaluatedKey())
                    .note(r.nextToken() == null ? "" : "more may follow; nextToken is set");
        } else if (value instanceof GetItemResponse r) {
            return r.hasItem() ? sheet("item").item(r.item()) : sheet("no such item");
        } else if (value instanceof PutItemResponse r) {
            return written("written", "replaced", r.hasAttributes(), r.attributes());
        } else if (value instanceof UpdateItemResponse r) {
            return written("written", "returned", r.hasAttributes(), r.attributes());
        } else if (value instanceof DeleteItemResponse r) {
            return written("deleted", "it was", r.hasAttributes(), r.attributes());
        }
        return several(value);
    }

    private @Nullable Sheet several(Object value) {
        if (value instanceof BatchGetItemResponse r) {
            return batch(r);
        } else if (value instanceof TransactGetItemsResponse r) {
            return found(r.responses());
        } else if (value instanceof ExecuteTransactionResponse r) {
            return found(r.responses());
        } else if (value instanceof BatchExecuteStatementResponse r) {
            return statements(r.responses());
        } else if (value instanceof BatchWriteItemResponse r) {
            int left =
                    r.unprocessedItems().values().stream().mapToInt(List::size).sum();
            return sheet(left == 0 ? "written, all of it" : "written in part")
                    .note(left == 0 ? "" : Sheet.count(left, "write") + " not done; unprocessedItems: send them again");
        } else if (value instanceof TransactWriteItemsResponse) {
            return sheet("written, all of it");
        } else if (value instanceof QueryIterable || value instanceof ScanIterable) {
            return sheet(LAZY);
        }
        return table(value);
    }

    private @Nullable Sheet table(Object value) {
        if (value instanceof DescribeTableResponse r) {
            return sheet("").table(r.table());
        } else if (value instanceof CreateTableResponse r) {
            return sheet("created").table(r.tableDescription());
        } else if (value instanceof UpdateTableResponse r) {
            return sheet("updated").table(r.tableDescription());
        } else if (value instanceof TableDescription t) {
            return sheet("").table(t);
        } else if (value instanceof ListTablesResponse r) {
            return sheet(Sheet.count(r.tableNames().size(), "table") + ": " + String.join(", ", r.tableNames()));
        }
        return plain(value);
    }

    private @Nullable Sheet plain(Object value) {
        if (value instanceof AttributeValue v) {
            return sheet("").value(v);
        } else if (value instanceof Map<?, ?> map) {
            return item(map).map(item -> sheet("item").item(item)).orElse(null);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            return list(list);
        }
        return value instanceof Optional<?> optional
                ? optional.map(this::answer).orElse(null)
                : null;
    }

    private @Nullable Sheet list(List<?> list) {
        if (list.stream().allMatch(page -> page instanceof QueryResponse || page instanceof ScanResponse)) {
            return pages(list);
        }
        var items = new ArrayList<Map<String, AttributeValue>>();
        for (Object element : list) {
            Optional<Map<String, AttributeValue>> item =
                    element instanceof Map<?, ?> map ? item(map) : Optional.empty();
            if (item.isEmpty()) {
                return null;
            }
            items.add(item.get());
        }
        return sheet(Sheet.count(items.size(), "item")).items("", items);
    }

    private Sheet pages(List<?> pages) {
        var items = new ArrayList<Map<String, AttributeValue>>();
        int read = 0;
        for (Object page : pages) {
            if (page instanceof QueryResponse r) {
                items.addAll(r.items());
                read += number(r.scannedCount());
            } else if (page instanceof ScanResponse r) {
                items.addAll(r.items());
                read += number(r.scannedCount());
            }
        }
        return sheet(Sheet.counted(items.size(), read) + ", in " + Sheet.count(pages.size(), "page"))
                .items("", items);
    }

    private Sheet page(List<Map<String, AttributeValue>> items, @Nullable Integer count, @Nullable Integer scanned) {
        int counted = count == null ? items.size() : count;
        return sheet(Sheet.counted(counted, scanned == null ? counted : scanned))
                .items("", items);
    }

    private Sheet written(String done, String label, boolean has, Map<String, AttributeValue> attributes) {
        return has ? sheet(done + "; " + label).item(attributes) : sheet(done);
    }

    private Sheet batch(BatchGetItemResponse batch) {
        int found = batch.responses().values().stream().mapToInt(List::size).sum();
        int left = batch.unprocessedKeys().values().stream()
                .mapToInt(table -> table.keys().size())
                .sum();
        Sheet sheet = sheet(Sheet.count(found, "item") + " found")
                .note(left == 0 ? "" : Sheet.count(left, "key") + " not read; unprocessedKeys: ask for them again");
        batch.responses()
                .forEach((table, items) -> sheet.items(batch.responses().size() > 1 ? table : "", items));
        return sheet;
    }

    private Sheet found(List<ItemResponse> responses) {
        List<Map<String, AttributeValue>> items = responses.stream()
                .filter(ItemResponse::hasItem)
                .map(ItemResponse::item)
                .toList();
        return sheet(items.size() + " of " + Sheet.count(responses.size(), "item") + " found")
                .items("", items);
    }

    private Sheet statements(List<BatchStatementResponse> responses) {
        List<Map<String, AttributeValue>> items = responses.stream()
                .filter(BatchStatementResponse::hasItem)
                .map(BatchStatementResponse::item)
                .toList();
        Sheet sheet = sheet(Sheet.count(responses.size(), "statement") + ", " + Sheet.count(items.size(), "item"));
        for (int i = 0; i < responses.size(); i++) {
            var error = responses.get(i).error();
            if (error != null) {
                sheet.note("statement " + (i + 1) + " failed: " + error.codeAsString() + ", " + error.message());
            }
        }
        return sheet.items("", items);
    }

    private Sheet sheet(String caption) {
        return new Sheet(caption, keys);
    }

    private static int number(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    /** The map as an item, if that is what it is. */
    private static Optional<Map<String, AttributeValue>> item(Map<?, ?> map) {
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String name) || !(entry.getValue() instanceof AttributeValue value)) {
                return Optional.empty();
            }
            item.put(name, value);
        }
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }
}
