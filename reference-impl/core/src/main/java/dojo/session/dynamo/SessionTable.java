package dojo.session.dynamo;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/**
 * The table as code: keys, the index of customers, time to live.
 *
 * <p>Production tables are better made by your infrastructure tool; this says what it has to make.
 */
public final class SessionTable {
    /** Sessions of a customer; guests' sessions lack the key attributes and so are not in it. */
    public static final String CUSTOMER_INDEX = "GSI1-customer-sessions";

    private SessionTable() {}

    /**
     * The request that makes the table, paid by request.
     *
     * <p>An index cannot change what it projects, so it already names what a list of sessions will show one day;
     * attributes that no item has cost nothing.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html">AWS: global secondary
     *     indexes</a>
     */
    public static CreateTableRequest definition(String table) {
        return CreateTableRequest.builder()
                .tableName(table)
                .attributeDefinitions(
                        attribute("PK", ScalarAttributeType.S),
                        attribute("SK", ScalarAttributeType.S),
                        attribute("GSI1PK", ScalarAttributeType.S),
                        attribute("GSI1SK", ScalarAttributeType.N))
                .keySchema(key("PK", KeyType.HASH), key("SK", KeyType.RANGE))
                .globalSecondaryIndexes(customerIndex())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                // Summaries and the reclaiming of content are made from what changed: both images are needed.
                .streamSpecification(
                        stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
                .build();
    }

    private static GlobalSecondaryIndex customerIndex() {
        return GlobalSecondaryIndex.builder()
                .indexName(CUSTOMER_INDEX)
                .keySchema(key("GSI1PK", KeyType.HASH), key("GSI1SK", KeyType.RANGE))
                .projection(projection -> projection
                        .projectionType(ProjectionType.INCLUDE)
                        .nonKeyAttributes(
                                "created_at", "expires_at", "ends_at", "title", "preview", "status", "intent"))
                .build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    /**
     * Makes the table, waits until it is active, and switches time to live on.
     *
     * @throws software.amazon.awssdk.services.dynamodb.model.ResourceInUseException if a table of this name exists
     */
    public static void create(DynamoDbClient client, String table) {
        client.createTable(definition(table));
        try (var waiter = client.waiter()) {
            waiter.waitUntilTableExists(describe -> describe.tableName(table));
        }
        client.updateTimeToLive(update -> update.tableName(table)
                .timeToLiveSpecification(ttl -> ttl.attributeName("ttl").enabled(true)));
    }
}
