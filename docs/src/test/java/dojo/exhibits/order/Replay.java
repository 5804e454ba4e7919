package dojo.exhibits.order;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.Lab;
import dojo.lab.stream.BatchResult;
import dojo.lab.stream.StreamPoller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** A parcel is ordered, packed, delivered; the second change fails, is set aside, and is handed over again later. */
final class Replay {

    private final Lab lab;
    private final Parcels parcels;
    private final List<Record> aside = new ArrayList<>();

    Replay(Lab lab, Parcels parcels) {
        this.lab = lab;
        this.parcels = parcels;
    }

    void setAsideSecondOfThree(Consumer<Record> consumer) {
        try (var poller = StreamPoller.of(lab.streams(), parcels.stream())
                .on(lab.clock())
                .batchSize(1)
                .retryAttempts(2)
                .start(batch -> {
                    Record record = batch.records().get(0);
                    if (isPacked(record)) {
                        aside.add(record);
                        throw new IllegalStateException("not today");
                    }
                    consumer.accept(record);
                    return BatchResult.done();
                })) {
            parcels.is("p-1", "ordered");
            parcels.is("p-1", "packed");
            parcels.is("p-1", "delivered");
            lab.clock().advance(Duration.ofMinutes(10));
            assertThat(poller.isCaughtUp()).isTrue();
        }
        assertThat(aside).isNotEmpty();
    }

    void replay(Consumer<Record> consumer) {
        consumer.accept(aside.get(0));
    }

    private static boolean isPacked(Record record) {
        return "packed"
                .equals(Objects.requireNonNull(record.dynamodb().newImage().get("stage"))
                        .s());
    }
}
