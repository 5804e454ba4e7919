package dojo.exhibits.prompts;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Prompts by name and version. A version never changes, so it is kept for good; which is current, for seconds. */
final class PromptShelf {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private record Current(long version, Instant until) {}

    private final DynamoDbClient ddb;
    private final String table;
    private final InstantSource clock;
    private final Map<String, Current> current = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    PromptShelf(DynamoDbClient ddb, String table, InstantSource clock) {
        this.ddb = ddb;
        this.table = table;
        this.clock = clock;
    }

    // tag::publish[]
    void publish(String name, long version, String text) {
        var place = sort(version);
        var prompt = Map.of("PK", fromS(name), "SK", place, "text", fromS(text));
        var once = PutItemRequest.builder().tableName(table).item(prompt);
        ddb.putItem(once.conditionExpression("attribute_not_exists(PK)").build());
        var number = fromN(String.valueOf(version));
        var sort = fromS("CURRENT");
        var pointer = Map.of("PK", fromS(name), "SK", sort, "version", number);
        ddb.putItem(put -> put.tableName(table).item(pointer));
    }
    // end::publish[]

    // tag::current[]
    long current(String name) {
        Instant now = clock.instant();
        return current.compute(name, (key, known) -> {
                    boolean fresh = known != null && now.isBefore(known.until());
                    return fresh ? known : readCurrent(name, now.plus(KEPT));
                })
                .version();
    }
    // end::current[]

    // tag::text[]
    String text(String name, long version) {
        return texts.computeIfAbsent(
                name + "#" + version,
                absent -> read(name, sort(version), "text").s());
    }
    // end::text[]

    private Current readCurrent(String name, Instant until) {
        var version = read(name, fromS("CURRENT"), "version").n();
        return new Current(Long.parseLong(version), until);
    }

    private AttributeValue read(String name, AttributeValue sort, String attribute) {
        var key = Map.of("PK", fromS(name), "SK", sort);
        var item = ddb.getItem(get -> get.tableName(table).key(key)).item();
        return Objects.requireNonNull(item.get(attribute), name);
    }

    private static AttributeValue sort(long version) {
        return fromS("V#%06d".formatted(version));
    }
}
