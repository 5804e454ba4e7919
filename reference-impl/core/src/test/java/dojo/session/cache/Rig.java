package dojo.session.cache;

import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.session.Pause;
import dojo.session.testkit.HandMovedClock;
import dojo.session.work.Runner;
import dojo.session.work.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Plain requests through a cache, and a way to count those that reached the table. */
final class Rig {
    final HandMovedClock clock = new HandMovedClock();
    final ReadThrough cache;
    final String table;
    private final Lab lab;
    private final Runner runner;

    Rig(Lab lab, LabTable table, CacheSettings settings) {
        this.lab = lab;
        this.table = table.name();
        this.cache = ReadThrough.with(settings.clock(clock));
        this.runner = Runner.over(lab.client(), around(cache));
    }

    Runner.Settings around(ReadThrough layer) {
        return new Runner.Settings(clock, Pause.NONE, List.of(layer), List.of(), Optional.empty());
    }

    <T> T run(Work<T> work) {
        return runner.run("test", work);
    }

    /** How many requests reach the table while this runs. */
    int requests(Runnable action) {
        int mark = lab.meter().mark();
        action.run();
        return lab.meter().linesSince(mark).size();
    }

    /** Another process: past the cache, and on no bill. */
    DynamoDbClient elsewhere() {
        return lab.backstage();
    }

    static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of("PK", AttributeValue.fromS(partition), "SK", AttributeValue.fromS(sort));
    }

    static Map<String, AttributeValue> item(String partition, String sort, String text) {
        return Map.of(
                "PK", AttributeValue.fromS(partition),
                "SK", AttributeValue.fromS(sort),
                "text", AttributeValue.fromS(text));
    }

    GetItemRequest.Builder get(String partition, String sort) {
        return GetItemRequest.builder().tableName(table).key(key(partition, sort));
    }

    GetItemResponse read(String partition, String sort) {
        return run(Work.ask(get(partition, sort).build()));
    }

    /** Empty if there is no item. */
    String text(String partition, String sort) {
        AttributeValue text = read(partition, sort).item().get("text");
        return text == null ? "" : text.s();
    }

    QueryRequest.Builder query(String partition) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)));
    }

    QueryResponse all(String partition) {
        return run(Work.ask(query(partition).build()));
    }

    PutItemRequest.Builder put(String partition, String sort, String text) {
        return PutItemRequest.builder().tableName(table).item(item(partition, sort, text));
    }

    void write(String partition, String sort, String text) {
        run(Work.ask(put(partition, sort, text).build()));
    }

    void writeElsewhere(String partition, String sort, String text) {
        elsewhere().putItem(put(partition, sort, text).build());
    }
}
