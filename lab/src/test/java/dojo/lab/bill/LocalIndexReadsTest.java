package dojo.lab.bill;

import static dojo.lab.bill.Scene.item;
import static dojo.lab.bill.Scene.n;
import static dojo.lab.bill.Scene.s;
import static dojo.lab.bill.Scene.sized;
import static dojo.lab.bill.Scene.unitsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Row 2.16: four items of 5,000 bytes, read through a local index that holds a few of them. */
class LocalIndexReadsTest {

    private static final Scene SCENE = new Scene();
    private static String table = "";

    @BeforeAll
    static void four_items() {
        table = SCENE.indexed();
        for (int i = 0; i < 4; i++) {
            var item = item("PK", s("p"), "SK", s("s" + i), "posted", s("d" + i), "note", n("" + i));
            SCENE.local.putItem(put -> put.tableName(table).item(sized(item, 5000)));
        }
    }

    @AfterAll
    static void close() {
        SCENE.close();
    }

    @ParameterizedTest(name = "2.16 {0}")
    @MethodSource
    void a_query_of_the_local_index_costs(
            String what, Consumer<QueryRequest.Builder> asking, double fromTable, double fromIndex) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .indexName("by-posted")
                .keyConditionExpression("PK = :p")
                .expressionAttributeValues(Map.of(":p", s("p")))
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES);
        asking.accept(query);

        ConsumedCapacity capacity = SCENE.ddb.query(query.build()).consumedCapacity();

        assertThat(capacity.table().capacityUnits()).isEqualTo(fromTable);
        assertThat(unitsOf("by-posted", capacity)).isEqualTo(fromIndex);
        assertThat(capacity.capacityUnits()).isEqualTo(fromTable + fromIndex);
    }

    static Stream<Arguments> a_query_of_the_local_index_costs() {
        return Stream.of(
                asking("what it holds", 0, 0.5, query -> {}),
                asking(
                        "all attributes: four fetches of 5,000 bytes",
                        4,
                        0.5,
                        query -> query.select(Select.ALL_ATTRIBUTES)),
                asking(
                        "all attributes, strong",
                        8,
                        1,
                        query -> query.select(Select.ALL_ATTRIBUTES).consistentRead(true)),
                asking(
                        "one attribute it lacks",
                        4,
                        0.5,
                        query -> query.projectionExpression("SK, #b").expressionAttributeNames(Map.of("#b", "body"))),
                asking("only attributes it holds", 0, 0.5, query -> query.projectionExpression("SK, note")),
                asking(
                        "all attributes of two",
                        2,
                        0.5,
                        query -> query.select(Select.ALL_ATTRIBUTES).limit(2)),
                asking(
                        "all attributes, all filtered out",
                        4,
                        0.5,
                        query -> query.select(Select.ALL_ATTRIBUTES)
                                .filterExpression("note > :many")
                                .expressionAttributeValues(Map.of(":p", s("p"), ":many", n("99")))),
                asking("the count", 0, 0.5, query -> query.select(Select.COUNT)));
    }

    private static Arguments asking(
            String what, double fromTable, double fromIndex, Consumer<QueryRequest.Builder> asking) {
        return arguments(what, asking, fromTable, fromIndex);
    }
}
