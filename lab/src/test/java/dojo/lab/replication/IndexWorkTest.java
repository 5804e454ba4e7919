package dojo.lab.replication;

import static dojo.lab.replication.Sessions.TABLE;
import static dojo.lab.replication.Sessions.byKind;
import static dojo.lab.replication.Sessions.item;
import static dojo.lab.replication.Sessions.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.DeleteGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** New indexes are allocated in 30 s, and take up 10 items a second; deleted ones are gone after 20 s. */
class IndexWorkTest {

    private final Sessions sessions = Sessions.under(new ReplicationSettings(
            2,
            0,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(30),
            10,
            Duration.ofSeconds(20)));

    @AfterEach
    void close() {
        sessions.close();
    }

    @Test
    void a_new_index_is_allocated_then_filled_and_only_then_read() {
        for (int i = 0; i < 50; i++) {
            sessions.put(item("s", "turn-" + i, "model", "m"));
        }

        assertThat(indexes(create("by-model"))).contains("by-model CREATING, backfilling false");
        assertThat(described().tableStatusAsString()).isEqualTo("UPDATING");
        sessions.pass(29_999);
        assertThat(indexes(described())).contains("by-model CREATING, backfilling false");
        sessions.pass(1);
        assertThat(indexes(described())).contains("by-model CREATING, backfilling true");
        assertThatThrownBy(() -> sessions.ddb.query(byModel()))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("Cannot read from backfilling global secondary index");
        assertThatThrownBy(() -> sessions.ddb.scan(scan -> scan.tableName(TABLE).indexName("by-model")))
                .isInstanceOf(DynamoDbException.class);
        assertThatThrownBy(() -> sessions.ddb.executeStatement(
                        execute -> execute.statement("SELECT * FROM \"sessions\".\"by-model\"")))
                .isInstanceOf(DynamoDbException.class);
        // 50 items at 10 a second.
        sessions.pass(4_999);
        assertThat(indexes(described())).contains("by-model CREATING, backfilling true");
        sessions.pass(1);
        assertThat(indexes(described())).contains("by-model ACTIVE, backfilling null");
        assertThat(described().tableStatusAsString()).isEqualTo("ACTIVE");
        assertThat(sessions.ddb.query(byModel()).items()).hasSize(50);
    }

    @Test
    void other_reads_and_all_writes_go_on_while_an_index_is_created() {
        create("by-model");

        sessions.put(item("s", "a", "kind", "user", "posted", "1", "model", "m"));

        assertThat(sessions.sortKeys(byKind("user").build())).containsExactly("a");
        sessions.pass(60_000);
        assertThat(sessions.ddb.query(byModel()).items()).hasSize(1);
    }

    @Test
    void one_index_at_a_time_and_no_other_change_of_the_table() {
        sessions.put(item("s", "a", "model", "m"));
        create("by-model");

        assertThatThrownBy(() -> create("by-other")).isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> delete("by-kind")).isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> delete("by-model"))
                .isInstanceOf(ResourceInUseException.class)
                .hasMessageContaining("not backfilling");
        assertThatThrownBy(() -> sessions.ddb.updateTable(
                        update -> update.tableName(TABLE).deletionProtectionEnabled(true)))
                .isInstanceOf(ResourceInUseException.class);
        assertThatThrownBy(() -> sessions.ddb.deleteTable(delete -> delete.tableName(TABLE)))
                .isInstanceOf(ResourceInUseException.class);
        assertThat(sessions.strong(item("s", "a"))).isNotEmpty();

        sessions.pass(30_050);
        delete("by-model");
        assertThat(indexes(described())).contains("by-model DELETING, backfilling null");
    }

    @Test
    void a_deleted_index_cannot_be_read_and_is_shown_until_it_is_gone() {
        sessions.put(item("s", "a", "kind", "user", "posted", "1"));

        assertThat(indexes(delete("by-kind"))).contains("by-kind DELETING, backfilling null");

        assertThatThrownBy(() -> sessions.ddb.query(byKind("user").build()))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("The table does not have the specified index: by-kind");
        sessions.pass(19_999);
        assertThat(indexes(described())).contains("by-kind DELETING, backfilling null");
        sessions.pass(1);
        assertThat(indexes(described())).containsExactly("by-holder ACTIVE, backfilling null");
        assertThat(described().tableStatusAsString()).isEqualTo("ACTIVE");
    }

    private TableDescription described() {
        return sessions.ddb.describeTable(describe -> describe.tableName(TABLE)).table();
    }

    private static List<String> indexes(TableDescription table) {
        return table.globalSecondaryIndexes().stream()
                .map(index -> index.indexName() + " " + index.indexStatus() + ", backfilling " + index.backfilling())
                .toList();
    }

    private TableDescription create(String index) {
        var create = CreateGlobalSecondaryIndexAction.builder()
                .indexName(index)
                .keySchema(Sessions.hash("model"))
                .projection(Sessions.projection(ProjectionType.ALL))
                .build();
        return sessions.ddb
                .updateTable(update -> update.tableName(TABLE)
                        .attributeDefinitions(Sessions.string("model"))
                        .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                                .create(create)
                                .build()))
                .tableDescription();
    }

    private TableDescription delete(String index) {
        var delete = DeleteGlobalSecondaryIndexAction.builder().indexName(index).build();
        return sessions.ddb
                .updateTable(update -> update.tableName(TABLE)
                        .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                                .delete(delete)
                                .build()))
                .tableDescription();
    }

    private static QueryRequest byModel() {
        return QueryRequest.builder()
                .tableName(TABLE)
                .indexName("by-model")
                .keyConditionExpression("model = :m")
                .expressionAttributeValues(Map.of(":m", s("m")))
                .build();
    }
}
