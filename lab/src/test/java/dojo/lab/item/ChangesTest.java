package dojo.lab.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.store.Store;
import dojo.lab.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** What becomes of changes where a write, its listeners and its table meet. */
class ChangesTest {

    private static final String TABLE = "sessions";

    private final AtomicReference<@Nullable Runnable> whilePutting = new AtomicReference<>();
    private final Items items = Items.remembering(new OneTable(), new VirtualClock());

    @Test
    void the_key_of_a_change_is_spelt_as_the_store_spells_it() {
        List<Change> changes = new ArrayList<>();
        items.journal().subscribe(changes::add);

        items.execute(put("1.50E1"), Cause.CLIENT);

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).key()).isEqualTo(Map.of("pk", AttributeValue.fromN("15")));
    }

    @Test
    @Timeout(60)
    void an_item_that_is_written_while_its_table_is_deleted_is_not_in_the_next_table_of_that_name() {
        CompletableFuture<Void> deleted = new CompletableFuture<>();
        whilePutting.set(() -> {
            Thread deleting = new Thread(() -> {
                items.execute(DeleteTableRequest.builder().tableName(TABLE).build(), Cause.CLIENT);
                deleted.complete(null);
            });
            deleting.start();
            // It is either through, or waits for this write to end.
            while (!deleted.isDone() && deleting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        });

        items.execute(put("1"), Cause.CLIENT);

        assertThat(deleted).succeedsWithin(30, TimeUnit.SECONDS);
        assertThat(items.all(TABLE)).isEmpty();
    }

    @Test
    @Timeout(60)
    void a_listener_that_fails_over_a_statement_does_not_lock_the_items_up() {
        items.journal().subscribe(change -> {
            throw new IllegalStateException("a listener fails");
        });
        var statement = ExecuteStatementRequest.builder()
                .statement("INSERT INTO " + TABLE + " VALUE {'pk':1}")
                .build();

        assertThatThrownBy(() -> items.execute(statement, Cause.CLIENT)).hasMessage("a listener fails");

        assertThat(CompletableFuture.supplyAsync(
                        () -> items.undisturbed(List.of(new ItemKey(TABLE, Map.of())), () -> "read")))
                .succeedsWithin(30, TimeUnit.SECONDS)
                .isEqualTo("read");
    }

    private static PutItemRequest put(String number) {
        return PutItemRequest.builder()
                .tableName(TABLE)
                .item(Map.of("pk", AttributeValue.fromN(number)))
                .build();
    }

    /** A table with the key pk, in which a scan finds the item 1. */
    private final class OneTable implements Store {

        @Override
        public AwsResponse execute(AwsRequest request) {
            if (request instanceof DescribeTableRequest) {
                KeySchemaElement key = KeySchemaElement.builder()
                        .attributeName("pk")
                        .keyType(KeyType.HASH)
                        .build();
                return DescribeTableResponse.builder()
                        .table(table -> table.keySchema(key))
                        .build();
            }
            if (request instanceof PutItemRequest) {
                Runnable meanwhile = whilePutting.get();
                if (meanwhile != null) {
                    meanwhile.run();
                }
                return PutItemResponse.builder().build();
            }
            if (request instanceof DeleteTableRequest) {
                return DeleteTableResponse.builder().build();
            }
            if (request instanceof ExecuteStatementRequest) {
                return ExecuteStatementResponse.builder().build();
            }
            return ScanResponse.builder()
                    .items(List.of(Map.of("pk", AttributeValue.fromN("1"))))
                    .build();
        }

        @Override
        public void close() {}
    }
}
