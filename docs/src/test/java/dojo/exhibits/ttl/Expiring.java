package dojo.exhibits.ttl;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Sessions with an expiry time, read and created as if expired were gone. */
final class Expiring {

    private final DynamoDbClient ddb;
    private final String table;

    Expiring(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    static Map<String, AttributeValue> session(String customer, String id, Instant expiry) {
        return Map.of(
                "PK", fromS("CUSTOMER#" + customer),
                "SK", fromS("SESSION#" + id),
                "ttl", seconds(expiry));
    }

    // tag::live-only[]
    QueryResponse live(String customer, Instant now) {
        var partition = fromS("CUSTOMER#" + customer);
        var values = Map.of(":customer", partition, ":now", seconds(now));
        return ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :customer")
                .filterExpression("#ttl > :now")
                .expressionAttributeNames(Map.of("#ttl", "ttl"))
                .expressionAttributeValues(values)
                .returnConsumedCapacity(TOTAL));
    }
    // end::live-only[]

    // tag::create-over-expired[]
    void create(Map<String, AttributeValue> session, Instant now) {
        ddb.putItem(put -> put.tableName(table)
                .item(session)
                .conditionExpression("attribute_not_exists(PK) OR #ttl <= :now")
                .expressionAttributeNames(Map.of("#ttl", "ttl"))
                .expressionAttributeValues(Map.of(":now", seconds(now))));
    }
    // end::create-over-expired[]

    private static AttributeValue seconds(Instant time) {
        return fromN(String.valueOf(time.getEpochSecond()));
    }
}
