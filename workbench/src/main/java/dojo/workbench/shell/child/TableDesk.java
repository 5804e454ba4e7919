package dojo.workbench.shell.child;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dojo.lab.Laws;
import dojo.lab.laws.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** What the prompt wants to know about tables; none of it is on the bill. */
final class TableDesk {
    private static final int PAGE_BYTES = 1 << 20;
    private static final int STEP_BYTES = 4 << 10;
    private static final int MOST_READ = 100_000;

    private boolean lawsOfWorld;

    /**
     * A fresh table: as the exercise's world sets it, if it has one, with the sample session otherwise. Laws that a world
     * brought go when the next table comes.
     */
    void use(JsonNode request, ObjectNode answer) {
        if (request.hasNonNull("world")) {
            Path classes = Path.of(request.get("classes").asText());
            try (World world = World.of(classes, request.get("world").asText())) {
                Optional<Laws> laws = world.laws();
                hold(laws);
                laws.ifPresent(held -> answer.put(
                        "laws", Laws.names().stream().filter(held::holds).collect(Collectors.joining(", "))));
                Bench.use(world.set(Bench.ground()));
            }
        } else {
            hold(Optional.empty());
            String table = Tables.create(Bench.ground());
            Tables.sample(Bench.lab(), table);
            Bench.use(table);
        }
        answer.put("table", Bench.table());
    }

    private void hold(Optional<Laws> wanted) {
        if (wanted.isPresent() || lawsOfWorld) {
            Bench.ground().switchTo(wanted.orElse(Laws.off()));
        }
        lawsOfWorld = wanted.isPresent();
    }

    void names(ObjectNode answer) {
        var names = answer.putArray("names");
        tableNames().forEach(names::add);
        answer.put("table", Bench.table());
    }

    /** Structure and items. */
    void table(JsonNode request, ObjectNode answer) {
        TableDescription table = described(request);
        List<Map<String, AttributeValue>> items = items(table.tableName());
        ObjectNode structure = TableJson.structure(table);
        boolean ours = Bench.ground().isOurs();
        structure.put("items", ours ? items.size() : table.itemCount());
        structure.put("bytes", ours ? bytes(items) : table.tableSizeBytes());
        answer.put("ours", ours);
        structure.put("timeToLive", timeToLive(table.tableName()));
        structure.get("indexes").forEach(index -> count((ObjectNode) index, table, items));
        answer.set("table", structure);
        answer.put("inUse", table.tableName().equals(Bench.table()));
        KeyNames keys = new KeyNames(List.of(table.tableName()), name -> table);
        answer.set("value", new Sheet("", keys).items("", items).json());
    }

    /** What a Scan of the whole table would read. */
    void scan(JsonNode request, ObjectNode answer) {
        TableDescription table = described(request);
        if (!Bench.ground().isOurs()) {
            estimate(table, answer);
            return;
        }
        List<Map<String, AttributeValue>> items = items(table.tableName());
        int pages = 0;
        double steps = 0;
        long page = 0;
        for (Map<String, AttributeValue> item : items) {
            page += AttributeJson.bytes(item);
            if (page >= PAGE_BYTES) {
                pages++;
                steps += Math.ceil((double) page / STEP_BYTES);
                page = 0;
            }
        }
        // The last page, which may be empty, is asked for and paid like any other.
        steps += Math.max(1, Math.ceil((double) page / STEP_BYTES));
        answer.put("table", table.tableName())
                .put("items", items.size())
                .put("bytes", bytes(items))
                .put("pages", pages + 1)
                .put("readUnits", steps / 2);
    }

    /** Counting would cost what is to be foretold: the service's own count, which may be six hours old. */
    private static void estimate(TableDescription table, ObjectNode answer) {
        long bytes = table.tableSizeBytes();
        answer.put("table", table.tableName())
                .put("items", table.itemCount())
                .put("bytes", bytes)
                .put("pages", bytes / PAGE_BYTES + 1)
                .put("readUnits", Math.max(1, Math.ceil((double) bytes / STEP_BYTES)) / 2)
                .put("old", true);
    }

    private static TableDescription described(JsonNode request) {
        String named = request.path("name").asText();
        String name = named.isEmpty() ? Bench.table() : named;
        try {
            return Bench.lab().backstage().describeTable(d -> d.tableName(name)).table();
        } catch (DynamoDbException e) {
            if (!isUnknown(e)) {
                throw e;
            }
            List<String> names = tableNames();
            String guess = Nearest.of(name, names)
                    .map(near -> " Did you mean " + near + "?")
                    .orElse(
                            names.isEmpty()
                                    ? " There is none; /use ID makes one."
                                    : " There is " + String.join(", ", names) + ".");
            throw new IllegalStateException("There is no table " + name + "." + guess, e);
        }
    }

    /** What is no name of any table is refused as invalid, before anything is looked for. */
    private static boolean isUnknown(DynamoDbException e) {
        return e instanceof ResourceNotFoundException
                || e.awsErrorDetails().errorCode().equals("ValidationException");
    }

    private static List<String> tableNames() {
        return Bench.lab().backstage().listTablesPaginator().tableNames().stream()
                .limit(200)
                .sorted()
                .toList();
    }

    /** All of them; in front of an endpoint, which may charge for it, the first few. */
    private static List<Map<String, AttributeValue>> items(String table) {
        int most = Bench.ground().isOurs() ? MOST_READ : Sheet.MOST_ITEMS;
        var items = new ArrayList<Map<String, AttributeValue>>();
        for (Map<String, AttributeValue> item : Bench.lab()
                .backstage()
                .scanPaginator(
                        scan -> scan.tableName(table).consistentRead(true).limit(most))
                .items()) {
            items.add(item);
            if (items.size() == most) {
                break;
            }
        }
        return items;
    }

    private static long bytes(List<Map<String, AttributeValue>> items) {
        return items.stream().mapToLong(AttributeJson::bytes).sum();
    }

    private static String timeToLive(String table) {
        var set = Bench.lab()
                .backstage()
                .describeTimeToLive(d -> d.tableName(table))
                .timeToLiveDescription();
        return set == null || set.attributeName() == null
                ? ""
                : set.attributeName() + " (" + set.timeToLiveStatusAsString() + ")";
    }

    /** Only items that have all keys of an index are in it. */
    private static void count(ObjectNode index, TableDescription table, List<Map<String, AttributeValue>> items) {
        String name = index.path("name").asText();
        List<String> keys = table.globalSecondaryIndexes().stream()
                .filter(global -> name.equals(global.indexName()))
                .map(GlobalSecondaryIndexDescription::keySchema)
                .map(KeyNames::names)
                .findFirst()
                .orElseGet(() -> table.localSecondaryIndexes().stream()
                        .filter(local -> name.equals(local.indexName()))
                        .map(LocalSecondaryIndexDescription::keySchema)
                        .map(KeyNames::names)
                        .findFirst()
                        .orElse(List.of()));
        index.put(
                "items",
                items.stream().filter(item -> item.keySet().containsAll(keys)).count());
    }
}
