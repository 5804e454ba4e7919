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
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/**
 * The table as code: keys, the index of customers, the stream, time to live, and what protects it.
 *
 * <p>Production tables are better made by your infrastructure tool. {@code session-table.yaml}, beside the classes of
 * {@code dojo.session.table} in the jar, says the same to CloudFormation, and a test compares the two. Whether a table
 * that exists has this shape is asked by {@code Preflight} of that package.
 */
public final class SessionTable {
    /** Sessions of a customer; guests' sessions lack the key attributes and so are not in it. */
    public static final String CUSTOMER_INDEX = "GSI1-customer-sessions";

    /** The attribute that says, in epoch seconds, when DynamoDB may begin to delete an item. */
    public static final String TIME_TO_LIVE = "ttl";

    /**
     * For how many days deleted items can be restored: 1 to 35, at the same price.
     *
     * <p>Erased conversations live on in these backups. A window shorter than a month lets the last copy lapse before
     * the answer to a request for erasure is due.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html">AWS:
     *     point-in-time recovery</a>
     */
    public static final int RECOVERY_DAYS = 28;

    private SessionTable() {}

    /**
     * The request that makes the table, paid by request; it can be deleted at will, as tests do.
     *
     * <p>An index cannot change what it projects, so it names what a list of sessions shows; attributes that an item
     * lacks cost nothing. The stream costs nothing to write. Pure and thread-safe.
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

    /** The same for a table that somebody would miss: DynamoDB refuses to delete it. Pure and thread-safe. */
    public static CreateTableRequest protectedDefinition(String table) {
        return definition(table).toBuilder().deletionProtectionEnabled(true).build();
    }

    /** The request that lets items expire; deletions by it are free. Pure and thread-safe. */
    public static UpdateTimeToLiveRequest timeToLive(String table) {
        return UpdateTimeToLiveRequest.builder()
                .tableName(table)
                .timeToLiveSpecification(ttl -> ttl.attributeName(TIME_TO_LIVE).enabled(true))
                .build();
    }

    /** The request that keeps {@value #RECOVERY_DAYS} days restorable, paid by stored GB. Pure and thread-safe. */
    public static UpdateContinuousBackupsRequest pointInTimeRecovery(String table) {
        return UpdateContinuousBackupsRequest.builder()
                .tableName(table)
                .pointInTimeRecoverySpecification(
                        recovery -> recovery.pointInTimeRecoveryEnabled(true).recoveryPeriodInDays(RECOVERY_DAYS))
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
     * Makes a table that can be deleted at will, waits until it is active, and switches time to live on.
     *
     * <p>Costs no units. Thread-safe.
     *
     * @throws software.amazon.awssdk.services.dynamodb.model.ResourceInUseException if a table of this name exists
     */
    public static void create(DynamoDbClient client, String table) {
        create(client, definition(table));
    }

    /**
     * Makes a table with deletion protection and backups, as the template does.
     *
     * <p>Costs no units; backups are paid by stored GB. DynamoDB Local has no backups and refuses the last step.
     * Thread-safe.
     *
     * @throws software.amazon.awssdk.services.dynamodb.model.ResourceInUseException if a table of this name exists
     */
    public static void createProtected(DynamoDbClient client, String table) {
        create(client, protectedDefinition(table));
        client.updateContinuousBackups(pointInTimeRecovery(table));
    }

    private static void create(DynamoDbClient client, CreateTableRequest definition) {
        client.createTable(definition);
        try (var waiter = client.waiter()) {
            waiter.waitUntilTableExists(describe -> describe.tableName(definition.tableName()));
        }
        client.updateTimeToLive(timeToLive(definition.tableName()));
    }
}
