package dojo.workbench.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

class FirstHintRuleTest {

    @Test
    void the_operations_are_known_to_the_sdk() {
        Stream<String> known = Stream.of(DynamoDbClient.class.getMethods())
                .filter(method -> method.getParameterCount() == 1
                        && DynamoDbRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .map(method -> method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                        + method.getName().substring(1));

        assertThat(known).containsAll(FirstHintRule.OPERATIONS);
    }
}
