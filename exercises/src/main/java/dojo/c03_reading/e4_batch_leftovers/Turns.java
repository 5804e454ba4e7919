package dojo.c03_reading.e4_batch_leftovers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Stores and loads many turns at once. */
public final class Turns {
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
        for (List<Turn> batch : Batches.of(turns, 25)) {
            List<WriteRequest> writes = batch.stream()
                    .map(turn -> WriteRequest.builder()
                            .putRequest(put -> put.item(turn.item()))
                            .build())
                    .toList();
            ddb.batchWriteItem(write -> write.requestItems(Map.of(table, writes)));
        }
        return List.of();
    }

    /** Loads the turns at these places, each once; a place without a turn is neither found nor unread. */
    public Loaded load(List<Place> places) {
        List<Turn> found = new ArrayList<>();
        for (List<Place> batch : Batches.of(places, 100)) {
            KeysAndAttributes keys = KeysAndAttributes.builder()
                    .keys(batch.stream().map(Place::key).toList())
                    .build();
            ddb.batchGetItem(get -> get.requestItems(Map.of(table, keys)))
                    .responses()
                    .getOrDefault(table, List.of())
                    .forEach(item -> found.add(Turn.from(item)));
        }
        return new Loaded(found, List.of());
    }
}
