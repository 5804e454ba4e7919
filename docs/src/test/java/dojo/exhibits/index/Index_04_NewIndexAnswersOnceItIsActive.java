package dojo.exhibits.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dojo.exhibits.Exhibit;
import dojo.lab.Lab;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** How long the stages take is our model; that an index is not read before it is ACTIVE is documented. */
@WithLab(laws = """
                [replication]
                index-allocation = "30 s"
                """)
@WithTable
class Index_04_NewIndexAnswersOnceItIsActive {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming("A new index is refused to readers until it is ACTIVE; an old item"
            + " without its key attribute is left out of it, and nothing says so.");

    @Test
    void the_index_is_refused_then_complete_but_for_the_guest(DynamoDbClient ddb, LabTable table, Lab lab) {
        for (int i = 0; i < 5; i++) {
            var attribute = i < 4 ? "customer" : "guest";
            table.put(Map.of("PK", fromS("SESSION#s-" + i), "SK", fromS("META"), attribute, fromS("c-" + i)));
        }

        addIndex(ddb, table.name());
        String early = status(ddb, table);
        var refusal = catchThrowableOfType(DynamoDbException.class, () -> entries(ddb, table));
        lab.clock().advance(Duration.ofMinutes(5));

        assertThat(early).isEqualTo("CREATING");
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        assertThat(status(ddb, table)).isEqualTo("ACTIVE");
        assertThat(entries(ddb, table)).isEqualTo(4);
        EXHIBIT.modelled("error-while-creating", refusal.awsErrorDetails().errorCode());
        EXHIBIT.measured("items", table.items().size());
        EXHIBIT.measured("entries", entries(ddb, table));
    }

    private static void addIndex(DynamoDbClient ddb, String table) {
        var key = AttributeDefinition.builder().attributeName("customer").attributeType(ScalarAttributeType.S);
        var index = CreateGlobalSecondaryIndexAction.builder()
                .indexName("by-customer")
                .keySchema(KeySchemaElement.builder()
                        .attributeName("customer")
                        .keyType(KeyType.HASH)
                        .build())
                .projection(all -> all.projectionType(ProjectionType.ALL))
                .build();
        ddb.updateTable(update -> update.tableName(table)
                .attributeDefinitions(key.build())
                .globalSecondaryIndexUpdates(
                        GlobalSecondaryIndexUpdate.builder().create(index).build()));
    }

    private static int entries(DynamoDbClient ddb, LabTable table) {
        return ddb.scan(scan -> scan.tableName(table.name()).indexName("by-customer"))
                .count();
    }

    private static String status(DynamoDbClient ddb, LabTable table) {
        var indexes = ddb.describeTable(describe -> describe.tableName(table.name()))
                .table()
                .globalSecondaryIndexes();
        return indexes.get(0).indexStatusAsString();
    }
}
