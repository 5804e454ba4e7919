package dojo.workbench.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.junit.Costs;
import dojo.lab.junit.Inputs;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.Seed;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** What checks typically do, in a class that is always there. Results are not looked at. */
@WithLab
@WithTable
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WarmUpChecks {
    private final DynamoDbClient ddb;
    private final LabTable table;

    WarmUpChecks(DynamoDbClient ddb, LabTable table) {
        this.ddb = ddb;
        this.table = table;
    }

    @Test
    @Order(1)
    @Costs(requests = 3)
    void writes_and_reads(Seed seed, Inputs inputs) {
        String session = inputs.given("session", seed.id("s"));
        Map<String, AttributeValue> item =
                Map.of("PK", AttributeValue.fromS(session), "SK", AttributeValue.fromS("TURN#1"));
        table.put(item);
        ddb.putItem(put -> put.tableName(table.name()).item(item));
        ddb.query(query -> query.tableName(table.name())
                .keyConditionExpression("PK = :s AND begins_with(SK, :turn)")
                .expressionAttributeValues(
                        Map.of(":s", AttributeValue.fromS(session), ":turn", AttributeValue.fromS("TURN#"))));
        ddb.updateItem(update -> update.tableName(table.name())
                .key(item)
                .updateExpression("SET n = :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
        assertThat(table.items()).isEqualTo(List.of());
    }

    @Test
    @Order(2)
    void is_refused() {
        Map<String, AttributeValue> item = Map.of("PK", AttributeValue.fromS("a"), "SK", AttributeValue.fromS("b"));
        table.put(item);
        try {
            ddb.putItem(put -> put.tableName(table.name()).item(item).conditionExpression("attribute_not_exists(PK)"));
        } catch (ConditionalCheckFailedException expected) {
            assertThat(expected).hasNoCause();
        }
        TransactWriteItem again = TransactWriteItem.builder()
                .put(put -> put.tableName(table.name()).item(item).conditionExpression("attribute_not_exists(PK)"))
                .build();
        ddb.transactWriteItems(
                TransactWriteItemsRequest.builder().transactItems(again).build());
    }
}
