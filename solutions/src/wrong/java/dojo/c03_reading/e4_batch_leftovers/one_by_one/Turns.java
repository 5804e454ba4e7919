// Misconception: Single requests have no leftovers and cost the same units.
// Held by: whoever gives up on batches after the first leftover
// Rejected by: forty_turns_cost_forty_write_units
package dojo.c03_reading.e4_batch_leftovers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Stores and loads many turns at once. */
public final class Turns {
    private static final int ATTEMPTS = 6;
    private static final KeysAndAttributes NO_KEYS = KeysAndAttributes.builder().build();

    private final DynamoDbClient ddb;
    private final String table;
    private final Pause pause;
    private final RandomGenerator random;

    public Turns(DynamoDbClient ddb, String table, Pause pause, RandomGenerator random) {
        this.ddb = ddb;
        this.table = table;
        this.pause = pause;
        this.random = random;
    }

    /** Stores the turns; of two at one place the later one stays. Returns those that could not be stored. */
    public List<Turn> store(List<Turn> turns) {
        Map<Place, Turn> latest = new LinkedHashMap<>();
        turns.forEach(turn -> latest.put(turn.place(), turn));
        List<Turn> left = new ArrayList<>();
        for (List<Turn> batch : Batches.of(List.copyOf(latest.values()), 25)) {
            List<WriteRequest> writes = batch.stream()
                    .map(turn -> WriteRequest.builder()
                            .putRequest(put -> put.item(turn.item()))
                            .build())
                    .toList();
            for (WriteRequest write : writes) {
                ddb.putItem(put -> put.tableName(table).item(write.putRequest().item()));
            }
        }
        return left;
    }

    /** Nothing before the first attempt; then any time up to a bound that doubles. */
    private void pauseBefore(int attempt) {
        if (attempt > 1) {
            long most = 50L << (attempt - 2);
            pause.take(Duration.ofMillis(1 + random.nextLong(most)));
        }
    }

    /** Loads the turns at these places, each once; a place without a turn is neither found nor unread. */
    public Loaded load(List<Place> places) {
        List<Place> wanted = places.stream().distinct().toList();
        Map<Place, Map<String, AttributeValue>> found = new HashMap<>();
        List<Place> unread = new ArrayList<>();
        for (List<Place> batch : Batches.of(wanted, 100)) {
            KeysAndAttributes keys = KeysAndAttributes.builder()
                    .keys(batch.stream().map(Place::key).toList())
                    .build();
            for (int attempt = 1; keys.hasKeys() && attempt <= ATTEMPTS; attempt++) {
                pauseBefore(attempt);
                BatchGetItemResponse answer = get(keys);
                answer.responses().getOrDefault(table, List.of()).forEach(item -> found.put(Place.from(item), item));
                keys = answer.unprocessedKeys().getOrDefault(table, NO_KEYS);
            }
            keys.keys().forEach(key -> unread.add(Place.from(key)));
        }
        List<Turn> turns = wanted.stream()
                .filter(found::containsKey)
                .map(place -> Turn.from(found.getOrDefault(place, Map.of())))
                .toList();
        return new Loaded(turns, unread);
    }

    private BatchGetItemResponse get(KeysAndAttributes keys) {
        return ddb.batchGetItem(get -> get.requestItems(Map.of(table, keys)));
    }
}
