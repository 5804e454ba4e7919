package dojo.lab.replication;

import static dojo.lab.replication.Sessions.TABLE;
import static dojo.lab.replication.Sessions.item;
import static dojo.lab.replication.Sessions.key;
import static dojo.lab.replication.Sessions.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** New tables are CREATING for 5 s. */
class NewTablesTest {

    private final Lab lab = Lab.under(Laws.off()
            .with(new ReplicationSettings(
                    2,
                    0,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ofSeconds(5),
                    Duration.ZERO,
                    1_000,
                    Duration.ZERO)));
    private final DynamoDbClient ddb = lab.client();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void a_new_table_is_active_only_after_a_while() {
        assertThat(ddb.createTable(Sessions.definition()).tableDescription().tableStatusAsString())
                .isEqualTo("CREATING");
        assertThat(status()).isEqualTo("CREATING");
        lab.clock().advance(Duration.ofMillis(4_999));
        assertThat(status()).isEqualTo("CREATING");
        lab.clock().advance(Duration.ofMillis(1));
        assertThat(status()).isEqualTo("ACTIVE");
        ddb.putItem(put -> put.tableName(TABLE).item(item("s", "a")));
    }

    @Test
    void until_then_its_items_are_out_of_reach() {
        ddb.createTable(Sessions.definition());
        var get = Get.builder().tableName(TABLE).key(key("s", "a")).build();
        var put = Put.builder().tableName(TABLE).item(key("s", "a")).build();
        var write = WriteRequest.builder()
                .putRequest(PutRequest.builder().item(key("s", "a")).build())
                .build();
        List<Consumer<DynamoDbClient>> tries = List.of(
                client -> client.putItem(request -> request.tableName(TABLE).item(item("s", "a"))),
                client -> client.getItem(request -> request.tableName(TABLE).key(key("s", "a"))),
                client -> client.query(session("s").build()),
                client -> client.scan(request -> request.tableName(TABLE)),
                client -> client.batchGetItem(request -> request.requestItems(Map.of(
                        TABLE,
                        KeysAndAttributes.builder().keys(List.of(key("s", "a"))).build()))),
                client -> client.batchWriteItem(request -> request.requestItems(Map.of(TABLE, List.of(write)))),
                client -> client.transactGetItems(request ->
                        request.transactItems(TransactGetItem.builder().get(get).build())),
                client -> client.transactWriteItems(request -> request.transactItems(
                        TransactWriteItem.builder().put(put).build())),
                client -> client.executeStatement(request -> request.statement("SELECT * FROM sessions")));

        tries.forEach(one -> assertThatThrownBy(() -> one.accept(ddb))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Requested resource not found: Table: sessions not found"));
        lab.clock().advance(Duration.ofSeconds(5));
        assertThat(ddb.scan(scan -> scan.tableName(TABLE)).items()).isEmpty();
        tries.forEach(one -> one.accept(ddb));
    }

    @Test
    void until_then_it_can_neither_be_changed_nor_deleted() {
        ddb.createTable(Sessions.definition());

        assertThatThrownBy(() -> ddb.deleteTable(delete -> delete.tableName(TABLE)))
                .isInstanceOf(ResourceInUseException.class);
        assertThatThrownBy(
                        () -> ddb.updateTable(update -> update.tableName(TABLE).deletionProtectionEnabled(true)))
                .isInstanceOf(ResourceInUseException.class);
        lab.clock().advance(Duration.ofSeconds(5));
        ddb.deleteTable(delete -> delete.tableName(TABLE));
    }

    private String status() {
        return ddb.describeTable(describe -> describe.tableName(TABLE)).table().tableStatusAsString();
    }
}
