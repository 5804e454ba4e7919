package dojo.lab.replication;

import dojo.lab.Lab;
import dojo.lab.Laws;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * A lab under the law of replication, with a table {@value #TABLE}: key PK and SK, global indexes {@code by-kind} (kind
 * and posted, ALL) and {@code by-holder} (holder, KEYS_ONLY), a local index {@code by-posted} (posted, ALL).
 */
final class Sessions implements AutoCloseable {

    static final String TABLE = "sessions";

    final Lab lab;
    final DynamoDbClient ddb;
    final ReplicationLaw law;

    Sessions(Lab lab) {
        this.lab = lab;
        ddb = lab.client();
        law = lab.law(ReplicationLaw.class);
        lab.backstage().createTable(definition());
    }

    static Sessions under(ReplicationSettings settings) {
        return under(settings, 1);
    }

    static Sessions under(ReplicationSettings settings, long seed) {
        return new Sessions(Lab.under(Laws.off().seed(seed).with(settings)));
    }

    /** Every eventually consistent read is a follower's, and each change takes exactly so long to it. */
    static ReplicationSettings followersLag(int millis) {
        Duration lag = Duration.ofMillis(millis);
        return ReplicationSettings.none().followerLag(lag, lag).leaderShare(0);
    }

    /** Each change takes exactly so long to the global indexes; followers do not lag. */
    static ReplicationSettings indexesLag(int millis) {
        Duration lag = Duration.ofMillis(millis);
        return ReplicationSettings.none().indexLag(lag, lag);
    }

    static CreateTableRequest definition() {
        return CreateTableRequest.builder()
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(hash("PK"), range("SK"))
                .attributeDefinitions(Stream.of("PK", "SK", "kind", "posted", "holder")
                        .map(Sessions::string)
                        .toList())
                .globalSecondaryIndexes(
                        global("by-kind", ProjectionType.ALL, hash("kind"), range("posted")),
                        global("by-holder", ProjectionType.KEYS_ONLY, hash("holder")))
                .localSecondaryIndexes(LocalSecondaryIndex.builder()
                        .indexName("by-posted")
                        .keySchema(hash("PK"), range("posted"))
                        .projection(projection(ProjectionType.ALL))
                        .build())
                .build();
    }

    void pass(int millis) {
        lab.clock().advance(Duration.ofMillis(millis));
    }

    void put(Map<String, AttributeValue> item) {
        ddb.putItem(put -> put.tableName(TABLE).item(item));
    }

    void delete(Map<String, AttributeValue> key) {
        ddb.deleteItem(delete -> delete.tableName(TABLE).key(key));
    }

    /** An eventually consistent read; empty if there is nothing to see. */
    Map<String, AttributeValue> eventual(Map<String, AttributeValue> key) {
        return ddb.getItem(get -> get.tableName(TABLE).key(key)).item();
    }

    Map<String, AttributeValue> strong(Map<String, AttributeValue> key) {
        return ddb.getItem(get -> get.tableName(TABLE).key(key).consistentRead(true))
                .item();
    }

    /** Sort keys of what an eventually consistent query finds. */
    List<String> sortKeys(QueryRequest query) {
        return ddb.query(query).items().stream().map(Sessions::sortKey).toList();
    }

    static String sortKey(Map<String, AttributeValue> item) {
        return item.getOrDefault("SK", s("?")).s();
    }

    static QueryRequest.Builder session(String id) {
        return QueryRequest.builder()
                .tableName(TABLE)
                .keyConditionExpression("PK = :pk")
                .expressionAttributeValues(Map.of(":pk", s(id)));
    }

    static QueryRequest.Builder byKind(String kind) {
        return QueryRequest.builder()
                .tableName(TABLE)
                .indexName("by-kind")
                .keyConditionExpression("kind = :kind")
                .expressionAttributeValues(Map.of(":kind", s(kind)));
    }

    List<String> trace() {
        return lab.trace().lines().stream().map(line -> line.words()).toList();
    }

    static AttributeValue s(String value) {
        return AttributeValue.fromS(value);
    }

    static Map<String, AttributeValue> key(String session, String turn) {
        return item(session, turn);
    }

    /** The key, and further attributes in turn: name, value, name, value. */
    static Map<String, AttributeValue> item(String session, String turn, String... more) {
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        item.put("PK", s(session));
        item.put("SK", s(turn));
        for (int i = 0; i < more.length; i += 2) {
            item.put(more[i], s(more[i + 1]));
        }
        return item;
    }

    static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.HASH)
                .build();
    }

    static KeySchemaElement range(String name) {
        return KeySchemaElement.builder()
                .attributeName(name)
                .keyType(KeyType.RANGE)
                .build();
    }

    static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    static Projection projection(ProjectionType type) {
        return Projection.builder().projectionType(type).build();
    }

    private static GlobalSecondaryIndex global(String name, ProjectionType type, KeySchemaElement... key) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(key)
                .projection(projection(type))
                .build();
    }

    @Override
    public void close() {
        lab.close();
    }
}
