package dojo.lab.region;

import static dojo.lab.region.Globe.EUROPE;
import static dojo.lab.region.Globe.HOME;
import static dojo.lab.region.Globe.TABLE;
import static dojo.lab.region.Globe.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dojo.lab.Laws;
import dojo.lab.region.RegionSettings.Mode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalTableWitnessGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * Which replicas UpdateTable makes with strong consistency, and which it refuses, in version 2019.11.21 of global tables.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html">UpdateTable</a>
 */
class RefusedReplicasTest {

    private final Globe globe =
            Globe.of(RegionSettings.of(HOME, WEST, EUROPE).lag(Duration.ofSeconds(1), Duration.ofSeconds(1)));

    @AfterEach
    void close() {
        globe.close();
    }

    @Test
    void a_strong_table_is_made_of_an_empty_one_with_two_more_regions() {
        TableDescription table = globe.client(HOME)
                .updateTable(ReplicasTest.replica(TABLE, WEST, EUROPE)
                        .multiRegionConsistency(MultiRegionConsistency.STRONG)
                        .build())
                .tableDescription();
        globe.put(WEST, "a", "strong");

        assertThat(table.multiRegionConsistency()).isEqualTo(MultiRegionConsistency.STRONG);
        assertThat(globe.text(EUROPE, "a")).isEqualTo("strong");
    }

    @Test
    void a_witness_has_a_say_and_no_items() {
        globe.client(HOME)
                .updateTable(ReplicasTest.replica(TABLE, WEST)
                        .multiRegionConsistency(MultiRegionConsistency.STRONG)
                        .globalTableWitnessUpdates(GlobalTableWitnessGroupUpdate.builder()
                                .create(create -> create.regionName(EUROPE))
                                .build())
                        .build());
        assertThat(globe.client(HOME)
                        .describeTable(describe -> describe.tableName(TABLE))
                        .table()
                        .globalTableWitnesses())
                .hasSize(1);
        assertThatThrownBy(() -> globe.text(EUROPE, "a")).isInstanceOf(ResourceNotFoundException.class);

        globe.regions.isolate(WEST);
        globe.put(HOME, "a", "with the witness");
        globe.regions.isolate(EUROPE);

        assertThatThrownBy(() -> globe.put(HOME, "a", "alone")).isInstanceOf(DynamoDbException.class);
    }

    @Test
    void what_strong_consistency_forbids_is_refused() {
        globe.client(HOME)
                .createTable(Globe.table()
                        .tableName("with-local-index")
                        .keySchema(
                                ReplicasTest.hash("id"),
                                KeySchemaElement.builder()
                                        .attributeName("text")
                                        .keyType(KeyType.RANGE)
                                        .build())
                        .attributeDefinitions(Globe.string("id"), Globe.string("text"), Globe.string("other"))
                        .localSecondaryIndexes(LocalSecondaryIndex.builder()
                                .indexName("local")
                                .keySchema(
                                        ReplicasTest.hash("id"),
                                        KeySchemaElement.builder()
                                                .attributeName("other")
                                                .keyType(KeyType.RANGE)
                                                .build())
                                .projection(Projection.builder()
                                        .projectionType(ProjectionType.KEYS_ONLY)
                                        .build())
                                .build())
                        .build());
        refused(strong("with-local-index", WEST, EUROPE), "Local secondary indexes are not supported");
        refused(strong(TABLE, EUROPE), "A global table configured for multi-Region strong consistency must have");
        globe.put(HOME, "a", "not empty");
        refused(strong(TABLE, WEST, EUROPE), "Table notes must be empty");
        globe.delete(HOME, "a");
        globe.client(HOME)
                .updateTimeToLive(update -> update.tableName(TABLE)
                        .timeToLiveSpecification(
                                setting -> setting.enabled(true).attributeName("expires")));
        refused(strong(TABLE, WEST, EUROPE), "TimeToLive is not supported");
    }

    @Test
    void replicas_that_cannot_be_are_refused() {
        refused(
                ReplicasTest.replica(TABLE, "mars-1").build(),
                "Unknown Region mars-1; this lab has us-east-1, us-west-2");
        refused(ReplicasTest.replica(TABLE, HOME).build(), "Replica already exists in us-east-1");
        globe.client(EUROPE).createTable(Globe.table().build());
        refused(ReplicasTest.replica(TABLE, EUROPE).build(), "Failed to create a replica of table notes in eu-west-1");
        globe.client(HOME).updateTable(ReplicasTest.replica(TABLE, WEST).build());
        refused(strong(TABLE, EUROPE), "The consistency mode of a global table cannot be changed");
    }

    @Test
    void a_witness_without_strong_consistency_is_refused() {
        refused(
                ReplicasTest.replica(TABLE, WEST)
                        .globalTableWitnessUpdates(GlobalTableWitnessGroupUpdate.builder()
                                .create(create -> create.regionName(EUROPE))
                                .build())
                        .build(),
                "A witness is supported only");
    }

    @Test
    void labs_with_all_tables_strong_refuse_a_local_index_at_once() {
        try (Globe strong = Globe.empty(
                Laws.off().with(RegionSettings.of(HOME, WEST, EUROPE).allTables(Mode.STRONG)))) {
            CreateTableRequest create = Globe.table()
                    .attributeDefinitions(Globe.string("id"), Globe.string("text"))
                    .localSecondaryIndexes(
                            LocalSecondaryIndex.builder().indexName("local").build())
                    .build();
            assertThatThrownBy(() -> strong.client(HOME).createTable(create))
                    .hasMessageContaining("Local secondary indexes are not supported");
        }
    }

    private void refused(UpdateTableRequest update, String words) {
        DynamoDbException refused = catchThrowableOfType(
                DynamoDbException.class, () -> globe.client(HOME).updateTable(update));
        assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        assertThat(refused.awsErrorDetails().errorMessage()).startsWith(words);
    }

    private static UpdateTableRequest strong(String table, String... regions) {
        return ReplicasTest.replica(table, regions)
                .multiRegionConsistency(MultiRegionConsistency.STRONG)
                .build();
    }
}
