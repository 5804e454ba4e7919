package dojo.session.dynamo;

import static dojo.session.dynamo.Items.number;
import static dojo.session.work.Work.again;
import static dojo.session.work.Work.finished;

import dojo.session.SessionId;
import dojo.session.dynamo.SessionRegister.Entry;
import dojo.session.work.Work;
import dojo.session.work.Work.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** What a register asks of the table. */
record Registration(String table, String name, int shards) {
    /** Whoever deletes what has expired finds it for so long. */
    private static final Duration ENTRIES_OUTLIVE = Duration.ofDays(7);

    static Registration sharded(String table, String name, int shards) {
        if (!name.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("A register's name has 1 to 40 letters, digits and '-', got \"" + name
                    + "\": give it the name of the application or adapter.");
        }
        return new Registration(table, name, shards);
    }

    Registration of(String owner) {
        // The same rules as for any id, so that no owner can reach into the keys of another.
        return new Registration(table, name + "#of#" + SessionId.of(owner).value(), 1);
    }

    Work<Boolean> enter(Entry entry) {
        PutItemRequest put =
                PutItemRequest.builder().tableName(table).item(item(entry)).build();
        return Work.ask(put).map(stored -> true);
    }

    Work<Boolean> leave(SessionId session) {
        DeleteItemRequest delete =
                DeleteItemRequest.builder().tableName(table).key(key(session)).build();
        return Work.ask(delete).map(gone -> true);
    }

    Work<Optional<Entry>> find(SessionId session) {
        GetItemRequest get = GetItemRequest.builder()
                .tableName(table)
                .key(key(session))
                .consistentRead(true)
                .build();
        return Work.ask(get).map(answer -> answer.hasItem() ? Optional.of(entry(answer.item())) : Optional.empty());
    }

    private Map<String, AttributeValue> item(Entry entry) {
        Map<String, AttributeValue> notes = new HashMap<>();
        entry.notes().forEach((name, value) -> notes.put(name, Keys.string(value)));
        Map<String, AttributeValue> item = new HashMap<>(key(entry.session()));
        item.put("v", number(ItemVersions.OTHERS));
        item.put("until", number(entry.until().toEpochMilli()));
        item.put("notes", AttributeValue.fromM(notes));
        item.put("ttl", number(entry.until().plus(ENTRIES_OUTLIVE).getEpochSecond()));
        return item;
    }

    private static Entry entry(Map<String, AttributeValue> stored) {
        Map<String, AttributeValue> item = ItemVersions.current(stored);
        Map<String, String> notes = new HashMap<>();
        Items.present(item, "notes").m().forEach((name, value) -> notes.put(name, value.s()));
        return new Entry(SessionId.of(Items.text(item, "SK")), Instant.ofEpochMilli(Items.whole(item, "until")), notes);
    }

    private Map<String, AttributeValue> key(SessionId session) {
        return Keys.registered(name, Math.floorMod(session.value().hashCode(), shards), session);
    }

    Work<List<Entry>> all(int most) {
        return IntStream.range(0, shards)
                .mapToObj(shard -> part(shard, most))
                .reduce((one, other) -> Work.both(one, other, (a, b) -> joined(a, b, most)))
                .orElseThrow();
    }

    private record Page(List<Entry> entries, Map<String, AttributeValue> next) {}

    private Work<List<Entry>> part(int shard, int most) {
        return Work.repeat(new Page(List.of(), Map.of()), page -> more(shard, most, page));
    }

    // tag::register[]
    private Work<Step<Page, List<Entry>>> more(int shard, int most, Page before) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk")
                .expressionAttributeValues(Map.of(":pk", Keys.register(name, shard)))
                .consistentRead(true);
        if (!before.next().isEmpty()) {
            query.exclusiveStartKey(before.next());
        }
        return Work.ask(query.build()).map(page -> {
            List<Entry> entries = joined(
                    before.entries(),
                    page.items().stream().map(Registration::entry).toList(),
                    most);
            return page.hasLastEvaluatedKey() ? again(new Page(entries, page.lastEvaluatedKey())) : finished(entries);
        });
    }
    // end::register[]

    private static List<Entry> joined(List<Entry> some, List<Entry> others, int most) {
        List<Entry> all = new ArrayList<>(some);
        all.addAll(others);
        if (all.size() > most) {
            throw new IllegalStateException("The register holds more than " + most
                    + " sessions, which is as many as were asked for: raise the limit, or keep a list of your own.");
        }
        return all;
    }
}
