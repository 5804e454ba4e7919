package dojo.lab.region;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.lab.region.RegionSettings.Mode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A lab of several Regions with one table, {@code notes}, keyed by {@code id}, and short words for its items. */
final class Globe implements AutoCloseable {

    static final String HOME = "us-east-1";
    static final String WEST = "us-west-2";
    static final String EUROPE = "eu-west-1";
    static final String TABLE = "notes";

    final Lab lab;
    final Regions regions;

    private Globe(Lab lab) {
        this.lab = lab;
        this.regions = lab.regions();
    }

    /** Home and Europe, every table in both, and every change exactly one second away. */
    static Globe ofTwo() {
        return of(RegionSettings.of(HOME, EUROPE)
                .allTables(Mode.EVENTUAL)
                .lag(Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    /** Under these settings; the table is created at home. */
    static Globe of(RegionSettings settings) {
        Globe globe = empty(Laws.off().with(settings));
        globe.client(HOME).createTable(table().build());
        return globe;
    }

    /** Under these laws, without a table. */
    static Globe empty(Laws laws) {
        return new Globe(Lab.under(laws));
    }

    static CreateTableRequest.Builder table() {
        return CreateTableRequest.builder()
                .tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(string("id"));
    }

    static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    DynamoDbClient client(String region) {
        return lab.in(region).client();
    }

    void put(String region, String id, String text) {
        client(region).putItem(put -> put.tableName(TABLE).item(note(id, text)));
    }

    void delete(String region, String id) {
        client(region).deleteItem(delete -> delete.tableName(TABLE).key(Map.of("id", AttributeValue.fromS(id))));
    }

    /** The text of the note, read strongly consistent; empty if there is none. */
    String text(String region, String id) {
        AttributeValue text = client(region)
                .getItem(get -> get.tableName(TABLE)
                        .key(Map.of("id", AttributeValue.fromS(id)))
                        .consistentRead(true))
                .item()
                .get("text");
        return text == null ? "" : text.s();
    }

    /** All notes of the Region, text by id, as they are behind the scenes. */
    Map<String, String> notes(String region) {
        return lab.in(region).backstage().scan(scan -> scan.tableName(TABLE).consistentRead(true)).items().stream()
                .collect(Collectors.toMap(
                        note -> note.getOrDefault("id", AttributeValue.fromS(""))
                                .s(),
                        note -> note.getOrDefault("text", AttributeValue.fromS(""))
                                .s()));
    }

    void wait(Duration duration) {
        lab.clock().advance(duration);
    }

    static Map<String, AttributeValue> note(String id, String text) {
        Map<String, AttributeValue> note = new HashMap<>();
        note.put("id", AttributeValue.fromS(id));
        note.put("text", AttributeValue.fromS(text));
        return note;
    }

    @Override
    public void close() {
        lab.close();
    }
}
