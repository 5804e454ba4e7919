package dojo.workbench.bench;

import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The work that is measured: small items put, and got, in turn, over ten thousand keys. */
final class Turns implements LongConsumer {
    private static final String TABLE = "turns";
    private static final int KEYS = 10_000;
    private static final AttributeValue PAYLOAD = AttributeValue.fromS("x".repeat(200));

    private final DynamoDbClient client;

    private Turns(DynamoDbClient client) {
        this.client = client;
    }

    /** The work on this client, in a table made for it. */
    static Turns on(DynamoDbClient client) {
        client.createTable(CreateTableRequest.builder()
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("PK")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("PK")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .build());
        return new Turns(client);
    }

    @Override
    public void accept(long call) {
        AttributeValue key = AttributeValue.fromS("SESSION#" + (call / 2) % KEYS);
        if (call % 2 == 0) {
            client.putItem(PutItemRequest.builder()
                    .tableName(TABLE)
                    .item(Map.of("PK", key, "text", PAYLOAD))
                    .build());
        } else {
            Objects.requireNonNull(client.getItem(GetItemRequest.builder()
                            .tableName(TABLE)
                            .key(Map.of("PK", key))
                            .build())
                    .item());
        }
    }
}
