package dojo.session.evolve;

import dojo.session.work.Ask;
import dojo.session.work.Layer;
import dojo.session.work.Runner;
import dojo.session.work.Work;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** Sends what a copy needs, on behalf of a writer's operation or of a job. */
interface Asker {
    CompletableFuture<GetItemResponse> get(GetItemRequest request);

    CompletableFuture<PutItemResponse> put(PutItemRequest request);

    CompletableFuture<DeleteItemResponse> delete(DeleteItemRequest request);

    /** On the bill of the operation under way. */
    static Asker by(Layer.Next next) {
        return new Asker() {
            @Override
            public CompletableFuture<GetItemResponse> get(GetItemRequest request) {
                return next.ask(Ask.of(request));
            }

            @Override
            public CompletableFuture<PutItemResponse> put(PutItemRequest request) {
                return next.ask(Ask.of(request));
            }

            @Override
            public CompletableFuture<DeleteItemResponse> delete(DeleteItemRequest request) {
                return next.ask(Ask.of(request));
            }
        };
    }

    /** On the bill of the job. */
    static Asker by(Runner runner, String job) {
        return new Asker() {
            @Override
            public CompletableFuture<GetItemResponse> get(GetItemRequest request) {
                return runner.start(job, Work.ask(request));
            }

            @Override
            public CompletableFuture<PutItemResponse> put(PutItemRequest request) {
                return runner.start(job, Work.ask(request));
            }

            @Override
            public CompletableFuture<DeleteItemResponse> delete(DeleteItemRequest request) {
                return runner.start(job, Work.ask(request));
            }
        };
    }
}
