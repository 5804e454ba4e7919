package dojo.lab.junit;

import dojo.lab.Lab;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A table that somebody designed, filled off the bill. Close it to drop it. */
public final class Design implements AutoCloseable {
    private static final int LARGEST_BATCH = 25;

    private final DynamoDbClient backstage;
    private final CreateTableRequest shape;
    private final List<Map<String, AttributeValue>> items;

    private Design(DynamoDbClient backstage, CreateTableRequest shape, List<Map<String, AttributeValue>> items) {
        this.backstage = backstage;
        this.shape = shape;
        this.items = items;
    }

    static Design create(
            Lab lab, Consumer<CreateTableRequest.Builder> declared, List<Map<String, AttributeValue>> items) {
        CreateTableRequest.Builder table =
                CreateTableRequest.builder().tableName(lab.newTableName()).billingMode(BillingMode.PAY_PER_REQUEST);
        declared.accept(table);
        Design design = new Design(lab.backstage(), table.build(), items);
        design.createTable();
        try {
            design.refuseSharedKeys();
            design.fill();
        } catch (Misfit misfit) {
            design.close();
            throw misfit;
        }
        return design;
    }

    /** The name to put into a request. */
    public String name() {
        return shape.tableName();
    }

    /** What the table was declared to be. */
    public CreateTableRequest shape() {
        return shape;
    }

    /** What was put into the table. */
    public List<Map<String, AttributeValue>> items() {
        return items;
    }

    private void createTable() {
        try {
            backstage.createTable(shape);
        } catch (DynamoDbException refusal) {
            throw new Misfit("DynamoDB does not create such a table.", "a table", said(refusal));
        }
    }

    private void refuseSharedKeys() {
        Map<Map<String, AttributeValue>, Map<String, AttributeValue>> seen = new HashMap<>();
        for (Map<String, AttributeValue> item : items) {
            Map<String, AttributeValue> key = new LinkedHashMap<>();
            for (KeySchemaElement element : shape.keySchema()) {
                AttributeValue value = item.get(element.attributeName());
                if (value == null) {
                    throw new Misfit(
                            "An item has no " + element.attributeName() + ", and that is a key of the table.",
                            element.attributeName(),
                            brief(item));
                }
                key.put(element.attributeName(), value);
            }
            Map<String, AttributeValue> other = seen.putIfAbsent(key, item);
            if (other != null) {
                throw new Misfit(
                        "Two items have the key " + brief(key) + ", so the second replaces the first.",
                        brief(other) + " and " + brief(item),
                        brief(item));
            }
        }
    }

    private void fill() {
        for (int from = 0; from < items.size(); from += LARGEST_BATCH) {
            List<Map<String, AttributeValue>> batch = items.subList(from, Math.min(from + LARGEST_BATCH, items.size()));
            try {
                write(batch);
            } catch (DynamoDbException refusal) {
                findTheCulprit(batch, refusal);
            }
        }
    }

    private void write(List<Map<String, AttributeValue>> batch) {
        List<WriteRequest> puts = new ArrayList<>();
        batch.forEach(item -> puts.add(
                WriteRequest.builder().putRequest(put -> put.item(item)).build()));
        backstage.batchWriteItem(all -> all.requestItems(Map.of(name(), puts)));
    }

    /** A batch is refused as a whole; one by one, the item that does not fit shows itself. */
    private void findTheCulprit(List<Map<String, AttributeValue>> batch, DynamoDbException refusal) {
        for (Map<String, AttributeValue> item : batch) {
            try {
                backstage.putItem(put -> put.tableName(name()).item(item));
            } catch (DynamoDbException one) {
                throw new Misfit("DynamoDB refuses an item.", brief(item), said(one));
            }
        }
        throw new Misfit("DynamoDB refuses a batch of items.", batch.size() + " items", said(refusal));
    }

    private static String said(DynamoDbException refusal) {
        return refusal.awsErrorDetails() == null
                ? String.valueOf(refusal.getMessage())
                : refusal.awsErrorDetails().errorCode() + ", "
                        + refusal.awsErrorDetails().errorMessage();
    }

    /** As a person would write it: long values are cut. */
    private static String brief(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + brief(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String brief(AttributeValue value) {
        String text = value.s() != null ? value.s() : value.n() != null ? value.n() : value.type() + "";
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }

    @Override
    public void close() {
        try {
            backstage.deleteTable(drop -> drop.tableName(name()));
        } catch (SdkException gone) {
            // It never came to be, or was dropped already.
        }
    }

    /** The design does not hold the data; the message is the sentence to show. */
    static final class Misfit extends AssertionFailedError {
        private static final long serialVersionUID = 1L;

        Misfit(String sentence, String wanted, String got) {
            super(sentence, wanted, got);
        }
    }
}
