package dojo.lab.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.Lab;
import dojo.lab.Laws;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Setting the scene of an exercise anew, past all laws, leaves nothing of the table that was there. */
class TwiceCreatedTest {

    @Test
    void a_table_deleted_and_created_again_backstage_has_new_throughput_and_the_key_it_has_now() {
        try (Lab lab = Lab.under(Laws.off().with(CapacitySettings.real()))) {
            lab.backstage().createTable(table("pk"));
            // 98 write units, in advance of a minute and a half of the one a second: no retry waits so long.
            put(lab, "pk", "a");
            assertThatThrownBy(() -> put(lab, "pk", "a")).isInstanceOf(ProvisionedThroughputExceededException.class);

            lab.backstage().deleteTable(delete -> delete.tableName("things"));
            lab.backstage().createTable(table("id"));
            put(lab, "id", "b");

            List<KeyReport> keys = lab.law(CapacityLaw.class).topKeys();
            assertThat(keys).hasSize(1);
            assertThat(keys.get(0).partitionKeys()).extracting(TopKey::key).containsExactly("b");
        }
    }

    private static void put(Lab lab, String key, String value) {
        lab.client()
                .putItem(put -> put.tableName("things")
                        .item(Map.of(
                                key, AttributeValue.fromS(value), "text", AttributeValue.fromS("x".repeat(100_000)))));
    }

    private static CreateTableRequest table(String key) {
        return CreateTableRequest.builder()
                .tableName("things")
                .keySchema(KeySchemaElement.builder()
                        .attributeName(key)
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName(key)
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .provisionedThroughput(ProvisionedThroughput.builder()
                        .readCapacityUnits(1L)
                        .writeCapacityUnits(1L)
                        .build())
                .build();
    }
}
