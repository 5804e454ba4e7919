package dojo.lab.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;

/** A table with a stream, and what a poller has made of it so far. */
abstract class PollerScene {

    final Streamed scene = new Streamed(Streamed.PLAIN);
    final List<List<String>> batches = new ArrayList<>();
    final List<DiscardedBatch> discarded = new ArrayList<>();

    @AfterEach
    void close() {
        scene.close();
    }

    StreamPollerBuilder poller() {
        return scene.lab
                .law(StreamLaw.class)
                .poller(scene.lab.streams(), Streamed.TABLE)
                .onFailure(discarded::add);
    }

    static StreamPoller start(StreamPollerBuilder builder, StreamHandler handler) {
        return builder.start(handler);
    }

    BatchResult take(StreamBatch batch) {
        batches.add(texts(batch));
        return BatchResult.done();
    }

    void putMany(int number) {
        putMany(scene, number);
    }

    static void putMany(Streamed where, int number) {
        IntStream.range(0, number).forEach(i -> where.put("item-" + i, "1"));
    }

    static List<String> texts(StreamBatch batch) {
        return batch.records().stream()
                .map(record ->
                        Streamed.pk(record) + Streamed.text(record.dynamodb().newImage(), "text"))
                .toList();
    }
}
