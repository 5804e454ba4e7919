package dojo.session.evolve;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** The item of the old table that says which phase a move is in. */
record PhaseItem(String table, String name) {
    GetItemRequest get() {
        return GetItemRequest.builder()
                .tableName(table)
                .key(key())
                .consistentRead(true)
                .build();
    }

    static Phase read(GetItemResponse answer) {
        AttributeValue phase = answer.hasItem() ? answer.item().get("phase") : null;
        return phase == null ? Phase.NONE : Phase.valueOf(phase.s());
    }

    /** Refused unless the move is in the phase before. */
    PutItemRequest put(Phase before, Phase after) {
        PutItemRequest.Builder put = PutItemRequest.builder()
                .tableName(table)
                .item(Map.of(
                        "PK", AttributeValue.fromS(Checkpoint.PREFIX + name),
                        "SK", AttributeValue.fromS("PHASE"),
                        "v", AttributeValue.fromN("1"),
                        "phase", AttributeValue.fromS(after.name())));
        return before == Phase.NONE
                ? put.conditionExpression("attribute_not_exists(PK)").build()
                : put.conditionExpression("phase = :before")
                        .expressionAttributeValues(Map.of(":before", AttributeValue.fromS(before.name())))
                        .build();
    }

    private Map<String, AttributeValue> key() {
        return Map.of("PK", AttributeValue.fromS(Checkpoint.PREFIX + name), "SK", AttributeValue.fromS("PHASE"));
    }
}
