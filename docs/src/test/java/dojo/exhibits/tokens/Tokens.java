package dojo.exhibits.tokens;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Sign-in tokens, one item each. The key is a hash: who reads the table cannot sign in with it. */
record Tokens(DynamoDbClient ddb, String table) {

    // tag::issue[]
    void issue(String token, String customer, Instant expires) {
        var item = new HashMap<>(key(token));
        item.put("customer", fromS(customer));
        item.put("ttl", seconds(expires));
        String absent = "attribute_not_exists(PK)";
        ddb.putItem(put -> put.tableName(table).item(item).conditionExpression(absent));
    }
    // end::issue[]

    // tag::check[]
    Optional<String> customerOf(String token, Instant now) {
        var read = GetItemRequest.builder().tableName(table).key(key(token));
        var item = ddb.getItem(read.consistentRead(true).build()).item();
        long expires = Long.parseLong(item.getOrDefault("ttl", fromN("0")).n());
        return Optional.ofNullable(item.get("customer"))
                .filter(customer -> now.getEpochSecond() < expires)
                .map(AttributeValue::s);
    }
    // end::check[]

    // tag::renew[]
    boolean renew(String token, Instant now, Instant expires) {
        var times = Map.of(":now", seconds(now), ":expires", seconds(expires));
        try {
            ddb.updateItem(update -> update.tableName(table)
                    .key(key(token))
                    .updateExpression("SET #ttl = :expires")
                    .conditionExpression("#ttl > :now")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(times));
            return true;
        } catch (ConditionalCheckFailedException expiredOrRevoked) {
            return false;
        }
    }
    // end::renew[]

    void revoke(String token) {
        ddb.deleteItem(delete -> delete.tableName(table).key(key(token)));
    }

    private static Map<String, AttributeValue> key(String token) {
        return Map.of("PK", id(token));
    }

    private static AttributeValue id(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return fromS("TOKEN#" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static AttributeValue seconds(Instant time) {
        return fromN(String.valueOf(time.getEpochSecond()));
    }
}
