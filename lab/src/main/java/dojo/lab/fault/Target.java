package dojo.lab.fault;

import dojo.lab.item.ItemWrite;
import dojo.lab.item.Items;
import dojo.lab.item.Queried;
import dojo.lab.item.Statements;
import dojo.lab.item.TableShapes;
import dojo.lab.law.Call;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;

/**
 * What a request is, as far as rules look at it.
 *
 * @param operation the name of its operation
 * @param tables the names of the tables it names
 * @param keys the values of partition keys it names, as texts: a number in its shortest form, bytes in Base64
 * @param batch the request as a batch that can be done in part, if it is one and a rule wants to know
 */
record Target(String operation, Set<String> tables, Set<String> keys, Optional<PartialBatch> batch) {

    /** The part of an ARN that names a table, in the ARN of a stream or in an iterator, too. */
    private static final Pattern TABLE_OF_ARN = Pattern.compile(":table/([A-Za-z0-9_.-]+)");

    private static final List<String> NAMING_FIELDS =
            List.of("TableName", "TableArn", "ResourceArn", "StreamArn", "ShardIterator");

    static Target of(Call call, List<ArmedRule> rules, Items items) {
        AwsRequest request = call.request();
        Set<String> tables = new LinkedHashSet<>();
        Set<String> keys = new LinkedHashSet<>();
        for (ItemWrite write : items.writes(request)) {
            tables.add(TableShapes.name(write.table()));
            add(keys, write.attributes(), write.shape().partitionKey());
        }
        reads(request).forEach(read -> {
            tables.add(TableShapes.name(read.table()));
            add(keys, read.key(), items.shape(read.table()).partitionKey());
        });
        if (request instanceof QueryRequest query) {
            List<String> names = partitionKey(query, items);
            add(keys, Queried.partition(query, names), names);
        }
        for (String field : NAMING_FIELDS) {
            request.getValueForField(field, String.class).map(Target::table).ifPresent(tables::add);
        }
        Statements.tables(request).stream().map(TableShapes::name).forEach(tables::add);
        boolean batches = rules.stream().anyMatch(rule -> rule.rule().fault() == Fault.PARTIAL_BATCH);
        return new Target(
                call.operation().name(), tables, keys, batches ? PartialBatch.of(request, items) : Optional.empty());
    }

    /** For whom the dice are rolled. */
    String key() {
        return String.join(",", keys);
    }

    /** The same text for each spelling of a number. */
    static String text(AttributeValue value) {
        if (value.n() != null) {
            return number(value.n());
        }
        return value.b() == null
                ? String.valueOf(value.s())
                : Base64.getEncoder().encodeToString(value.b().asByteArrayUnsafe());
    }

    /** Whether this is the text of one of the keys. */
    boolean hasKey(String text) {
        return keys.contains(text) || keys.contains(number(text));
    }

    private static String number(String text) {
        try {
            return new BigDecimal(text).stripTrailingZeros().toString();
        } catch (NumberFormatException noNumber) {
            return text;
        }
    }

    private static String table(String naming) {
        Matcher arn = TABLE_OF_ARN.matcher(naming);
        return arn.find() ? arn.group(1) : naming;
    }

    private static void add(Set<String> keys, Map<String, AttributeValue> attributes, List<String> names) {
        names.stream()
                .flatMap(name -> Stream.ofNullable(attributes.get(name)))
                .map(Target::text)
                .forEach(keys::add);
    }

    private static List<String> partitionKey(QueryRequest query, Items items) {
        return items.index(String.valueOf(query.tableName()), query.indexName())
                .map(index -> index.partitionKey())
                .orElseGet(() -> items.shape(query.tableName()).partitionKey());
    }

    private static Stream<Read> reads(AwsRequest request) {
        if (request instanceof GetItemRequest get) {
            return Stream.of(new Read(String.valueOf(get.tableName()), get.key()));
        }
        if (request instanceof BatchGetItemRequest batch) {
            return batch.requestItems().entrySet().stream()
                    .flatMap(table -> table.getValue().keys().stream().map(key -> new Read(table.getKey(), key)));
        }
        if (request instanceof TransactGetItemsRequest transaction) {
            return transaction.transactItems().stream()
                    .filter(action -> action.get() != null)
                    .map(action -> new Read(
                            String.valueOf(action.get().tableName()),
                            action.get().key()));
        }
        return Stream.empty();
    }

    private record Read(String table, Map<String, AttributeValue> key) {}
}
