package dojo.workbench.shell.child;

import static software.amazon.awssdk.services.dynamodb.model.KeyType.HASH;
import static software.amazon.awssdk.services.dynamodb.model.KeyType.RANGE;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.N;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.S;

import dojo.lab.Lab;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Creates and fills the tables of the prompt, off the bill. */
final class Tables {
    private Tables() {}

    /** A table of sessions with its index of customers, empty. */
    static String create(Ground ground) {
        String name = ground.newTableName();
        ground.lab()
                .backstage()
                .createTable(create -> create.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                attribute("PK", S), attribute("SK", S), attribute("GSI1PK", S), attribute("GSI1SK", N))
                        .keySchema(key("PK", HASH), key("SK", RANGE))
                        .globalSecondaryIndexes(customerSessions()));
        return name;
    }

    private static GlobalSecondaryIndex customerSessions() {
        return GlobalSecondaryIndex.builder()
                .indexName("GSI1-customer-sessions")
                .keySchema(key("GSI1PK", HASH), key("GSI1SK", RANGE))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .build();
    }

    /** One small session, so that the first Query has something to show. */
    static void sample(Lab lab, String table) {
        put(
                lab,
                table,
                "META",
                Map.of(
                        "customer_id", text("c-7"),
                        "turn_count", number(6),
                        "GSI1PK", text("CUSTOMER#c-7"),
                        "GSI1SK", number(1_700_000_600)));
        String[] said = {
            "Hello! I liked Yotsuba. What next?",
            "Something gentle and funny again?",
            "Yes, please. Not too long.",
            "Try Barakamon: 18 volumes, an island, a calligrapher.",
            "Is the first volume in stock?",
            "Yes, three copies. Shall I put one aside?"
        };
        for (int turn = 1; turn <= said.length; turn++) {
            put(
                    lab,
                    table,
                    "TURN#%06d".formatted(turn),
                    Map.of("role", text(turn % 2 == 1 ? "customer" : "assistant"), "text", text(said[turn - 1])));
        }
        put(lab, table, "SUMMARY#000001", Map.of("text", text("Likes gentle, funny series; Barakamon suggested.")));
    }

    private static void put(Lab lab, String table, String sortKey, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("PK", text("SESSION#s-1"));
        item.put("SK", text(sortKey));
        lab.backstage().putItem(put -> put.tableName(table).item(item));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
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
}
