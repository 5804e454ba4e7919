package dojo.workbench.mutant;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Requests to spoil, and what an operator makes of them. */
abstract class OperatorScene {

    static final AttributeValue NOW = AttributeValue.fromN("1795338000");
    static final Map<String, AttributeValue> KEY = Map.of("PK", AttributeValue.fromS("SESSION#s-1"));

    static final QueryRequest TURNS = QueryRequest.builder()
            .tableName("chat")
            .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
            .filterExpression("#speaker = :speaker")
            .expressionAttributeNames(Map.of("#speaker", "speaker"))
            .expressionAttributeValues(Map.of(
                    ":pk", AttributeValue.fromS("SESSION#s-1"),
                    ":turn", AttributeValue.fromS("TURN#"),
                    ":speaker", AttributeValue.fromS("customer")))
            .build();

    static Map<String, AwsRequest> changes(Operator operator, AwsRequest request) {
        return operator.on(request).stream().collect(Collectors.toMap(Change::words, Change::result));
    }

    static <Q extends AwsRequest> Q only(Class<Q> type, @Nullable AwsRequest request) {
        return Optional.ofNullable(request).map(type::cast).orElseThrow();
    }

    static Map<String, AttributeValue> item(String id) {
        return Map.of("PK", AttributeValue.fromS(id));
    }

    static TransactWriteItem guarded(String id) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName("chat").item(item(id)).conditionExpression("attribute_not_exists(PK)"))
                .build();
    }

    static WriteRequest write(String id) {
        return WriteRequest.builder().putRequest(put -> put.item(item(id))).build();
    }
}
