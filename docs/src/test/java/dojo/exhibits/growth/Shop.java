package dojo.exhibits.growth;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity.TOTAL;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Orders of one shop, three of them by the customer who asks. */
final class Shop {

    static final int MINE = 3;

    private final DynamoDbClient ddb;
    private final String table;

    Shop(DynamoDbClient ddb, String table) {
        this.ddb = ddb;
        this.table = table;
    }

    static List<Map<String, AttributeValue>> orders(int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(i -> Map.of(
                        "PK", fromS(i < MINE ? "CUSTOMER#ada" : "CUSTOMER#c-%05d".formatted(i)),
                        "SK", fromS("ORDER#2026-11-%02d#%05d".formatted(1 + i % 28, i)),
                        "customer", fromS(i < MINE ? "ada" : "c-%05d".formatted(i)),
                        "lines", fromS("Barakamon, volume 7; a poster; ".repeat(10))))
                .toList();
    }

    // tag::by-key[]
    QueryResponse ordersOf(String customer) {
        var values = Map.of(":customer", fromS("CUSTOMER#" + customer));
        return ddb.query(query -> query.tableName(table)
                .keyConditionExpression("PK = :customer")
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .returnConsumedCapacity(TOTAL));
    }
    // end::by-key[]

    ScanResponse searchedFor(String customer) {
        return ddb.scan(scan -> scan.tableName(table)
                .filterExpression("customer = :customer")
                .expressionAttributeValues(Map.of(":customer", fromS(customer)))
                .returnConsumedCapacity(TOTAL));
    }
}
