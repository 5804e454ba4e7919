package dojo.session.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import dojo.session.Bill;
import dojo.session.Pause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

@WithLab
@WithTable(partitionKey = "pk", sortKey = "sk")
class WorkTest {
    private static final Map<String, AttributeValue> ITEM =
            Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"));

    private final Lab lab;
    private final LabTable table;

    WorkTest(Lab lab, LabTable table) {
        this.lab = lab;
        this.table = table;
    }

    private Stream<Runner> bothRunners(Layer... layers) {
        Runner.Settings settings =
                new Runner.Settings(() -> Instant.EPOCH, Pause.NONE, List.of(layers), List.of(), Optional.empty());
        return Stream.of(Runner.over(lab.client(), settings), Runner.over(lab.asyncClient(), settings));
    }

    private PutItemRequest putIfAbsent() {
        return PutItemRequest.builder()
                .tableName(table.name())
                .item(ITEM)
                .conditionExpression("attribute_not_exists(pk)")
                .build();
    }

    private GetItemRequest get() {
        return GetItemRequest.builder()
                .tableName(table.name())
                .key(ITEM)
                .consistentRead(true)
                .build();
    }

    @Test
    void a_loop_of_a_hundred_thousand_steps_does_not_grow_the_stack() {
        Work<Integer> count = Work.repeat(0, n -> Work.done(n == 100_000 ? Work.finished(n) : Work.again(n + 1)));

        assertThat(bothRunners())
                .allSatisfy(runner -> assertThat(runner.run("count", count)).isEqualTo(100_000));
    }

    @Test
    void the_bill_counts_what_succeeded_and_the_least_of_what_was_refused() {
        Work<Bill> twice = Work.ask(putIfAbsent())
                .then(stored -> Work.ask(putIfAbsent()).map(again -> Bill.ZERO))
                .on(
                        ConditionalCheckFailedException.class,
                        refused -> Work.ask(get()).then(read -> Work.billed(b -> b)));

        assertThat(bothRunners().findFirst().orElseThrow().run("twice", twice)).isEqualTo(new Bill(3, 1, 2, true));
        assertThat(bothRunners().skip(1).findFirst().orElseThrow().run("twice", twice))
                .isEqualTo(new Bill(2, 1, 1, true));
    }

    @Test
    void what_the_client_throws_comes_out_as_it_is() {
        table.put(ITEM);
        Work<Boolean> refused = Work.ask(putIfAbsent()).map(stored -> true);

        assertThat(bothRunners()).allSatisfy(runner -> {
            assertThatThrownBy(() -> runner.run("put", refused)).isInstanceOf(ConditionalCheckFailedException.class);
            assertThatThrownBy(() -> runner.start("put", refused).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ConditionalCheckFailedException.class);
        });
    }

    @Test
    void a_mistake_between_two_requests_comes_out_as_it_is() {
        Work<Boolean> mistaken = Work.ask(get()).map(read -> {
            throw new IllegalStateException("no such thing");
        });

        assertThat(bothRunners())
                .allSatisfy(runner -> assertThatThrownBy(() -> runner.run("get", mistaken))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("no such thing"));
    }

    @Test
    void work_can_be_run_again_and_begins_anew() {
        Work<List<String>> collect = Work.begin(() -> {
            List<String> seen = new ArrayList<>();
            return Work.done(true).map(ok -> {
                seen.add("one");
                return seen;
            });
        });
        Runner runner = bothRunners().findFirst().orElseThrow();

        assertThat(runner.run("collect", collect)).containsExactly("one");
        assertThat(runner.run("collect", collect)).containsExactly("one");
    }

    @Test
    void a_blocking_client_asks_beside_the_caller_where_it_was_given_a_thread() {
        List<Runnable> handedOver = new ArrayList<>();
        Executor threads = task -> {
            handedOver.add(task);
            task.run();
        };
        Runner runner = Runner.over(
                lab.client(),
                new Runner.Settings(() -> Instant.EPOCH, Pause.NONE, List.of(), List.of(), Optional.of(threads)));

        Bill bill = runner.run(
                "both", Work.both(Work.ask(get()), Work.ask(get()), (a, b) -> a).then(a -> Work.billed(b -> b)));

        assertThat(handedOver).hasSize(1);
        assertThat(bill.requests()).isEqualTo(2);
    }

    @Test
    void a_layer_may_answer_instead_of_the_database_and_then_nothing_is_billed() {
        Layer closed = new Layer() {
            @Override
            public <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next) {
                return CompletableFuture.failedFuture(new IllegalStateException(ask.operation() + " in "
                        + errand.operation() + " after " + errand.bill().requests()));
            }
        };

        assertThat(bothRunners(closed))
                .allSatisfy(runner -> assertThatThrownBy(
                                () -> runner.run("load", Work.ask(get()).map(read -> true)))
                        .hasMessage("GetItem in load after 0"));
    }

    @Test
    void a_rival_transaction_is_waited_for_so_often_and_every_attempt_is_counted() {
        List<Integer> pauses = new ArrayList<>();
        Layer rival = new Layer() {
            @Override
            public <R extends DynamoDbResponse> CompletableFuture<R> ask(Ask<R> ask, Errand errand, Next next) {
                return CompletableFuture.failedFuture(
                        TransactionConflictException.builder().build());
            }
        };
        Runner runner = Runner.over(
                lab.client(),
                new Runner.Settings(
                        () -> Instant.EPOCH,
                        pauses::add,
                        List.of(new Patience(3), rival),
                        List.of(),
                        Optional.empty()));

        assertThatThrownBy(() -> runner.run("append", Work.ask(putIfAbsent()).map(stored -> true)))
                .isInstanceOf(TransactionConflictException.class);
        assertThat(pauses).containsExactly(1, 2);
    }

    @Test
    void a_listener_hears_the_answer_or_the_failure_before_the_caller_does() {
        List<String> heard = new ArrayList<>();
        Runner.Listener listener = (errand, answer, failure) ->
                heard.add(errand.operation() + " " + answer + " " + (failure == null ? null : failure.getMessage()));
        Runner runner = Runner.over(
                lab.client(),
                new Runner.Settings(() -> Instant.EPOCH, Pause.NONE, List.of(), List.of(listener), Optional.empty()));

        runner.run("well", Work.done(7));
        assertThatThrownBy(() -> runner.run("badly", Work.failed(new IllegalStateException("why"))))
                .hasMessage("why");

        assertThat(heard).containsExactly("well 7 null", "badly null why");
    }
}
