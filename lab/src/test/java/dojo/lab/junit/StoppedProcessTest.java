package dojo.lab.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WithLab
class StoppedProcessTest {
    private final DynamoDbClient ddb;
    private final LabTable table;

    StoppedProcessTest(DynamoDbClient ddb, LabTable table) {
        this.ddb = ddb;
        this.table = table;
    }

    @Test
    void what_follows_the_last_request_never_happens() {
        DynamoDbClient client = StoppedProcess.after(2, ddb);

        assertThat(StoppedProcess.resultOf(() -> putThree(client))).isEmpty();
        assertThat(table.items("SESSION#s-71")).hasSize(2);
    }

    @Test
    void a_process_that_is_done_by_then_has_its_result() {
        assertThat(StoppedProcess.resultOf(() -> putThree(StoppedProcess.after(3, ddb))))
                .isEqualTo(Optional.of("done"));
    }

    @Test
    void each_page_is_a_request() {
        putThree(table.backstage());
        DynamoDbClient client = StoppedProcess.after(2, ddb);

        assertThat(StoppedProcess.resultOf(() ->
                        client
                                .scanPaginator(
                                        scan -> scan.tableName(table.name()).limit(1))
                                .items()
                                .stream()
                                .count()))
                .isEmpty();
    }

    @Test
    void no_handler_hears_of_it() {
        DynamoDbClient client = StoppedProcess.after(0, ddb);

        assertThat(StoppedProcess.resultOf(() -> {
                    try {
                        return putThree(client);
                    } catch (RuntimeException cleanedUp) {
                        return "cleaned up";
                    }
                }))
                .isEmpty();
    }

    private String putThree(DynamoDbClient client) {
        for (String key : new String[] {"TURN#1", "TURN#2", "TURN#3"}) {
            client.putItem(put -> put.tableName(table.name())
                    .item(Map.of("PK", AttributeValue.fromS("SESSION#s-71"), "SK", AttributeValue.fromS(key))));
        }
        return "done";
    }
}
