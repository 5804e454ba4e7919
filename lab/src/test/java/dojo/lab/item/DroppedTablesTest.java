package dojo.lab.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.law.Refusals;
import dojo.lab.store.Store;
import dojo.lab.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

class DroppedTablesTest {

    private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/sessions";

    private final List<String> dropped = new ArrayList<>();

    @Test
    void a_deleted_table_is_told_by_its_bare_name_and_its_items_are_forgotten() {
        Items items = itemsOver(new Keyed(false));

        items.execute(DeleteTableRequest.builder().tableName(ARN).build(), Cause.CLIENT);

        assertThat(dropped).containsExactly("sessions");
        assertThat(items.all("sessions")).isEmpty();
    }

    @Test
    void a_table_that_may_not_be_deleted_keeps_its_items() {
        Items items = itemsOver(new Keyed(true));

        assertThatThrownBy(() -> items.execute(
                        DeleteTableRequest.builder().tableName("sessions").build(), Cause.CLIENT))
                .hasMessageContaining("protected");

        assertThat(dropped).isEmpty();
        assertThat(items.all("sessions")).hasSize(1);
    }

    private Items itemsOver(Store store) {
        Items items = Items.remembering(store, new VirtualClock());
        items.journal().onDrop(dropped::add);
        items.execute(
                PutItemRequest.builder()
                        .tableName("sessions")
                        .item(Map.of("PK", AttributeValue.fromS("s-1")))
                        .build(),
                Cause.CLIENT);
        return items;
    }

    private record Keyed(boolean isProtected) implements Store {

        @Override
        public AwsResponse execute(AwsRequest request) {
            if (request instanceof DescribeTableRequest) {
                KeySchemaElement key = KeySchemaElement.builder()
                        .attributeName("PK")
                        .keyType(KeyType.HASH)
                        .build();
                return DescribeTableResponse.builder()
                        .table(table -> table.keySchema(key))
                        .build();
            }
            if (request instanceof DeleteTableRequest) {
                if (isProtected) {
                    throw Refusals.validation("The table is protected");
                }
                return DeleteTableResponse.builder().build();
            }
            return PutItemResponse.builder().build();
        }

        @Override
        public void close() {}
    }
}
