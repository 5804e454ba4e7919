package dojo.lab.capacity;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.door.InProcessDoor;
import dojo.lab.door.LabClients;
import dojo.lab.law.Call;
import dojo.lab.law.Entrance;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * A lab under the capacity law on a clock that stands still, and a client of it that does not retry.
 *
 * <p>The table {@value #TABLE} has the key {@code pk}, {@code sk}; its index {@value #INDEX} is on {@code colour}.
 */
final class Throttled implements AutoCloseable {

    static final String TABLE = "things";
    static final String INDEX = "by-colour";
    static final String TABLE_ARN = "arn:aws:dynamodb:ddblocal:000000000000:table/things";
    static final String INDEX_ARN = TABLE_ARN + "/index/by-colour";

    private final AtomicReference<@Nullable Next> laws = new AtomicReference<>();
    private final Lab lab;
    private final InProcessDoor door;
    private final DynamoDbClient client;

    Throttled(CapacitySettings settings) {
        Law catching = this::passed;
        lab = Lab.under(Laws.off().with(settings), catching);
        lab.client().listTables();
        Next path = laws.get();
        if (path == null) {
            throw new IllegalStateException("The lab did not pass its outermost law.");
        }
        door = new InProcessDoor(new Entrance(path, lab.clock(), new AtomicLong()));
        client = LabClients.items(door, AwsRetryStrategy.doNotRetry());
    }

    private software.amazon.awssdk.awscore.AwsResponse passed(Call call, Next next) {
        laws.set(next);
        return next.answer(call);
    }

    DynamoDbClient client() {
        return client;
    }

    Lab lab() {
        return lab;
    }

    CapacityLaw law() {
        return lab.law(CapacityLaw.class);
    }

    Throttled provisioned(long readUnits, long writeUnits, long indexReadUnits, long indexWriteUnits) {
        client.createTable(table().billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(throughput(readUnits, writeUnits))
                .globalSecondaryIndexes(index().provisionedThroughput(throughput(indexReadUnits, indexWriteUnits))
                        .build())
                .build());
        return this;
    }

    Throttled onDemand() {
        client.createTable(table().billingMode(BillingMode.PAY_PER_REQUEST)
                .globalSecondaryIndexes(index().build())
                .build());
        return this;
    }

    static CreateTableRequest.Builder table() {
        return CreateTableRequest.builder()
                .tableName(TABLE)
                .attributeDefinitions(attribute("pk"), attribute("sk"), attribute("colour"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE));
    }

    static GlobalSecondaryIndex.Builder index() {
        return GlobalSecondaryIndex.builder()
                .indexName(INDEX)
                .keySchema(key("colour", KeyType.HASH))
                .projection(Projection.builder()
                        .projectionType(ProjectionType.INCLUDE)
                        .nonKeyAttributes("weight")
                        .build());
    }

    static ProvisionedThroughput throughput(long readUnits, long writeUnits) {
        return ProvisionedThroughput.builder()
                .readCapacityUnits(readUnits)
                .writeCapacityUnits(writeUnits)
                .build();
    }

    static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    static AttributeValue text(String value) {
        return AttributeValue.builder().s(value).build();
    }

    static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", text(pk), "sk", text(sk));
    }

    static PutItemRequest put(String pk, String sk) {
        return PutItemRequest.builder().tableName(TABLE).item(key(pk, sk)).build();
    }

    static PutItemRequest put(String pk, String sk, String colour) {
        return PutItemRequest.builder()
                .tableName(TABLE)
                .item(Map.of("pk", text(pk), "sk", text(sk), "colour", text(colour)))
                .build();
    }

    static GetItemRequest get(String pk, String sk) {
        return GetItemRequest.builder().tableName(TABLE).key(key(pk, sk)).build();
    }

    /** Does it over and over without a pause until it is refused; the refusal must be of this kind. */
    static <E extends DynamoDbException> E untilRefused(Class<E> kind, Runnable work) {
        for (int i = 0; i < 5_000; i++) {
            try {
                work.run();
            } catch (DynamoDbException refused) {
                return assertThrows(kind, () -> {
                    throw refused;
                });
            }
        }
        return fail("5,000 requests were served, none was refused");
    }

    void pass(Duration duration) {
        lab.clock().advance(duration);
    }

    @Override
    public void close() {
        client.close();
        door.close();
        lab.close();
    }
}
