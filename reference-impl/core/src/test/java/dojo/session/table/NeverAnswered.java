package dojo.session.table;

import dojo.session.Pause;
import dojo.session.work.Ask;
import dojo.session.work.Errand;
import dojo.session.work.Layer;
import dojo.session.work.Runner;
import dojo.session.work.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Counts requests instead of sending them. */
final class NeverAnswered implements Layer {
    private final AtomicInteger sent;

    private NeverAnswered(AtomicInteger sent) {
        this.sent = sent;
    }

    /** One read through the layer. */
    static void ask(Layer layer, AtomicInteger sent, DynamoDbAsyncClient unused) {
        var settings = new Runner.Settings(
                () -> Instant.EPOCH, Pause.NONE, List.of(layer, new NeverAnswered(sent)), List.of(), Optional.empty());
        var answer = Runner.over(unused, settings)
                .start(
                        "read",
                        Work.ask(GetItemRequest.builder().tableName("sessions").build()));
        if (answer.isDone()) {
            throw new AssertionError("Nobody answers, and yet there is an answer.");
        }
    }

    @Override
    public <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next) {
        sent.incrementAndGet();
        return new CompletableFuture<>();
    }
}
