package dojo.lab.region;

import static dojo.lab.region.Globe.EUROPE;
import static dojo.lab.region.Globe.HOME;
import static dojo.lab.region.Globe.TABLE;
import static dojo.lab.region.Globe.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ReplicaDescription;
import software.amazon.awssdk.services.dynamodb.model.ReplicationGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * Replicas as UpdateTable makes them, in version 2019.11.21 of global tables.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html">UpdateTable</a>
 */
class ReplicasTest {

    private final Globe globe =
            Globe.of(RegionSettings.of(HOME, WEST, EUROPE).lag(Duration.ofSeconds(1), Duration.ofSeconds(1)));

    @AfterEach
    void close() {
        globe.close();
    }

    @Test
    void a_table_is_in_one_region_until_a_replica_is_added() {
        globe.put(HOME, "a", "here only");
        globe.wait(Duration.ofDays(1));

        assertThatThrownBy(() -> globe.text(EUROPE, "a")).isInstanceOf(ResourceNotFoundException.class);
        assertThat(describe(HOME).globalTableVersion()).isNull();
        assertThat(describe(HOME).hasReplicas()).isFalse();
    }

    @Test
    void a_new_replica_is_filled_with_what_is_there_and_gets_what_comes() {
        globe.put(HOME, "old", "from before");
        globe.wait(Duration.ofHours(1));

        TableDescription answer = add(HOME, EUROPE);
        globe.put(HOME, "new", "from after");

        assertThat(answer.globalTableVersion()).isEqualTo("2019.11.21");
        assertThat(answer.multiRegionConsistency()).isEqualTo(MultiRegionConsistency.EVENTUAL);
        assertThat(replicas(HOME)).containsExactly("eu-west-1 CREATING");
        globe.wait(Duration.ofSeconds(1));
        assertThat(replicas(HOME)).containsExactly("eu-west-1 ACTIVE");
        assertThat(replicas(EUROPE)).containsExactly("us-east-1 ACTIVE");
        assertThat(globe.notes(EUROPE)).containsOnly(Map.entry("old", "from before"), Map.entry("new", "from after"));
        // The old item came with the replica; only the new one was replicated.
        assertThat(globe.regions.bill(EUROPE).writes()).isEqualTo(1);
    }

    @Test
    void a_third_replica_misses_nothing_that_is_on_its_way() {
        add(HOME, EUROPE);
        globe.put(HOME, "deleted", "gone soon");
        globe.wait(Duration.ofSeconds(2));
        globe.put(EUROPE, "late", "on its way home");
        globe.put(EUROPE, "deleted", "older than the delete");
        globe.wait(Duration.ofMillis(100));
        globe.delete(HOME, "deleted");
        globe.wait(Duration.ofMillis(100));

        add(HOME, WEST);
        globe.wait(Duration.ofSeconds(5));

        for (String region : globe.regions.names()) {
            assertThat(globe.notes(region)).containsOnly(Map.entry("late", "on its way home"));
        }
    }

    @Test
    void a_write_to_a_replica_beats_the_older_item_that_fills_it() {
        globe.put(HOME, "a", "old");
        globe.wait(Duration.ofSeconds(1));
        add(HOME, EUROPE);
        globe.put(EUROPE, "a", "newer");
        globe.wait(Duration.ofSeconds(3));

        assertThat(globe.notes(EUROPE)).containsEntry("a", "newer");
        assertThat(globe.notes(HOME)).containsEntry("a", "newer");
    }

    @Test
    void indexes_time_to_live_and_streams_are_the_same_everywhere() {
        CreateTableRequest indexed = Globe.table()
                .tableName("indexed")
                .attributeDefinitions(Globe.string("id"), Globe.string("text"))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("by-text")
                        .keySchema(hash("text"))
                        .projection(Projection.builder()
                                .projectionType(ProjectionType.ALL)
                                .build())
                        .build())
                .build();
        globe.client(HOME).createTable(indexed);
        globe.client(HOME)
                .updateTimeToLive(update -> update.tableName("indexed")
                        .timeToLiveSpecification(
                                setting -> setting.enabled(true).attributeName("expires")));
        globe.client(HOME).updateTable(replica("indexed", EUROPE).build());
        globe.client(HOME).putItem(put -> put.tableName("indexed").item(Globe.note("a", "hello")));
        globe.wait(Duration.ofSeconds(1));

        assertThat(globe.client(EUROPE)
                        .query(query -> query.tableName("indexed")
                                .indexName("by-text")
                                .keyConditionExpression("#text = :text")
                                .expressionAttributeNames(Map.of("#text", "text"))
                                .expressionAttributeValues(Map.of(":text", AttributeValue.fromS("hello"))))
                        .items())
                .hasSize(1);
        assertThat(globe.client(EUROPE)
                        .describeTimeToLive(describe -> describe.tableName("indexed"))
                        .timeToLiveDescription()
                        .attributeName())
                .isEqualTo("expires");
        for (String region : List.of(HOME, EUROPE)) {
            assertThat(globe.client(region)
                            .describeTable(describe -> describe.tableName("indexed"))
                            .table()
                            .streamSpecification()
                            .streamEnabled())
                    .isTrue();
        }
    }

    @Test
    void a_later_setting_follows_into_all_replicas() {
        add(HOME, EUROPE);
        globe.client(EUROPE)
                .updateTimeToLive(update -> update.tableName(TABLE)
                        .timeToLiveSpecification(
                                setting -> setting.enabled(true).attributeName("expires")));

        assertThat(globe.client(HOME)
                        .describeTimeToLive(describe -> describe.tableName(TABLE))
                        .timeToLiveDescription()
                        .attributeName())
                .isEqualTo("expires");
    }

    @Test
    void an_index_that_is_added_later_is_in_all_replicas() {
        add(HOME, EUROPE);
        globe.put(HOME, "a", "hello");
        globe.wait(Duration.ofSeconds(1));
        globe.client(EUROPE)
                .updateTable(UpdateTableRequest.builder()
                        .tableName(TABLE)
                        .attributeDefinitions(Globe.string("id"), Globe.string("text"))
                        .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                                .create(create -> create.indexName("by-text")
                                        .keySchema(List.of(hash("text")))
                                        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY)))
                                .build())
                        .build());

        // DynamoDB Local builds it in its own time, so it is described, not asked.
        for (String region : List.of(HOME, EUROPE)) {
            assertThat(describe(region).globalSecondaryIndexes())
                    .extracting(GlobalSecondaryIndexDescription::indexName)
                    .containsExactly("by-text");
        }
    }

    @Test
    void a_deleted_replica_hears_no_more_and_the_others_go_on() {
        add(HOME, EUROPE);
        globe.put(HOME, "a", "1");
        globe.client(HOME)
                .updateTable(UpdateTableRequest.builder()
                        .tableName(TABLE)
                        .replicaUpdates(ReplicationGroupUpdate.builder()
                                .delete(delete -> delete.regionName(EUROPE))
                                .build())
                        .build());
        globe.wait(Duration.ofSeconds(2));

        assertThatThrownBy(() -> globe.text(EUROPE, "a")).isInstanceOf(ResourceNotFoundException.class);
        assertThat(globe.text(HOME, "a")).isEqualTo("1");
        assertThat(globe.regions.pending(HOME, EUROPE)).isZero();
        assertThat(describe(HOME).hasReplicas()).isFalse();
    }

    @Test
    void a_table_made_anew_does_not_get_what_was_meant_for_the_old_one() {
        try (Globe all = Globe.ofTwo()) {
            all.put(HOME, "ghost", "of the old table");
            for (String region : List.of(HOME, EUROPE)) {
                all.client(region).deleteTable(delete -> delete.tableName(TABLE));
            }
            all.client(EUROPE).createTable(Globe.table().build());
            all.wait(Duration.ofSeconds(5));

            assertThat(all.notes(HOME)).isEmpty();
            assertThat(all.notes(EUROPE)).isEmpty();
        }
    }

    @Test
    void with_all_tables_global_a_name_is_taken_everywhere() {
        try (Globe all = Globe.ofTwo()) {
            assertThatThrownBy(
                            () -> all.client(EUROPE).createTable(Globe.table().build()))
                    .isInstanceOf(ResourceInUseException.class);
            assertThat(all.client(EUROPE)
                            .describeTable(describe -> describe.tableName(TABLE))
                            .table()
                            .replicas())
                    .extracting(ReplicaDescription::regionName)
                    .containsExactly(HOME);
        }
    }

    static UpdateTableRequest.Builder replica(String table, String... regions) {
        return UpdateTableRequest.builder()
                .tableName(table)
                .replicaUpdates(Stream.of(regions)
                        .map(region -> ReplicationGroupUpdate.builder()
                                .create(create -> create.regionName(region))
                                .build())
                        .toList());
    }

    private TableDescription add(String from, String region) {
        return globe.client(from).updateTable(replica(TABLE, region).build()).tableDescription();
    }

    private TableDescription describe(String region) {
        return globe.client(region)
                .describeTable(describe -> describe.tableName(TABLE))
                .table();
    }

    private List<String> replicas(String region) {
        return describe(region).replicas().stream()
                .map(replica -> replica.regionName() + " " + replica.replicaStatusAsString())
                .toList();
    }

    static KeySchemaElement hash(String attribute) {
        return KeySchemaElement.builder()
                .attributeName(attribute)
                .keyType(KeyType.HASH)
                .build();
    }
}
