package dojo.lab.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.law.Refusals;
import dojo.lab.store.Store;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

class AskingTest {

    private static final Map<String, AttributeValue> ITEM = Map.of("PK", AttributeValue.fromS("a"));

    @Test
    void half_a_table_never_passes_for_a_whole_one() {
        Store breaksOff = new Store() {
            @Override
            public AwsResponse execute(AwsRequest request) {
                if (((ScanRequest) request).hasExclusiveStartKey()) {
                    throw Refusals.validation("The second page does not come");
                }
                return ScanResponse.builder()
                        .items(List.of(ITEM))
                        .lastEvaluatedKey(ITEM)
                        .build();
            }

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> Asking.scan("turns", breaksOff)).isInstanceOf(DynamoDbException.class);
    }

    @Test
    void a_table_that_is_not_there_has_no_items() {
        Store empty = new Store() {
            @Override
            public AwsResponse execute(AwsRequest request) {
                throw Refusals.notFound("Cannot do operations on a non-existent table");
            }

            @Override
            public void close() {}
        };

        assertThat(Asking.scan("turns", empty)).isEmpty();
    }
}
