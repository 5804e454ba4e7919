package dojo.exhibits.version;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One customer's profile, edited as a whole. */
final class Profiles {

    private static final Map<String, AttributeValue> KEY = Map.of("PK", fromS("CUSTOMER#c-9"), "SK", fromS("PROFILE"));

    private final DynamoDbClient ddb;
    private final String table;

    Profiles(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    Map<String, AttributeValue> read() {
        return ddb.getItem(get -> get.tableName(table).key(KEY).consistentRead(true))
                .item();
    }

    static Map<String, AttributeValue> with(Map<String, AttributeValue> profile, String name, String value) {
        var changed = new HashMap<>(profile);
        changed.put(name, fromS(value));
        return changed;
    }

    void create() {
        var profile = new HashMap<>(KEY);
        profile.put("version", fromN("1"));
        ddb.putItem(put -> put.tableName(table).item(profile));
    }

    /** Stores the profile, whatever has happened to it since it was read. */
    void replace(Map<String, AttributeValue> profile) {
        ddb.putItem(put -> put.tableName(table).item(profile));
    }

    /** Stores the profile, if it is still the one that was read. */
    void replaceIfUnchanged(Map<String, AttributeValue> read, Map<String, AttributeValue> changed) {
        // tag::checked-replace[]
        var next = new HashMap<>(changed);
        String stored = String.valueOf(read.getOrDefault("version", fromN("0")).n());
        int version = Integer.parseInt(stored);
        next.put("version", fromN(Integer.toString(version + 1)));
        ddb.putItem(put -> put.tableName(table)
                .item(next)
                .conditionExpression("#version = :read")
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(Map.of(":read", fromN(stored))));
        // end::checked-replace[]
    }

    // tag::changes-one-attribute[]
    /** Changes one attribute and leaves the others to others. */
    void set(String name, String value) {
        ddb.updateItem(update -> update.tableName(table)
                .key(KEY)
                .updateExpression("SET #name = :value")
                .expressionAttributeNames(Map.of("#name", name))
                .expressionAttributeValues(Map.of(":value", fromS(value))));
    }
    // end::changes-one-attribute[]
}
