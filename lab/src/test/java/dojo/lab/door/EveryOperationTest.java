package dojo.lab.door;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.lab.store.Operation;
import dojo.lab.store.Store;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** What the SDK writes, the door reads; what the door writes, the SDK reads: for every member of every operation. */
class EveryOperationTest {

    @Test
    void both_services_are_covered() {
        assertThat(Operation.all()).hasSizeGreaterThan(60);
        assertThat(Operation.all()).filteredOn(Operation::ofStreams).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_request_and_its_answer_pass_the_door_unchanged(String name, Method operation) throws Exception {
        RandomPojo values = new RandomPojo(name.hashCode());
        AwsRequest request = (AwsRequest) values.fill(
                (SdkPojo) operation.getParameterTypes()[0].getMethod("builder").invoke(null));
        AwsResponse answer = (AwsResponse) values.fill(
                (SdkPojo) operation.getReturnType().getMethod("builder").invoke(null));
        AtomicReference<AwsRequest> received = new AtomicReference<>();

        Object returned;
        try (InProcessDoor door = new InProcessDoor(new OneAnswer(received, answer));
                DynamoDbClient items = LabClients.items(door);
                DynamoDbStreamsClient streams = LabClients.streams(door)) {
            Object client = operation.getDeclaringClass() == DynamoDbClient.class ? items : streams;
            returned = operation.invoke(client, request);
        }

        assertThat(received.get()).isEqualTo(request);
        // equals() would also compare the metadata of the answer, which this one never had.
        assertThat(((SdkPojo) returned).equalsBySdkFields(answer))
                .as("%s", returned)
                .isTrue();
    }

    static Stream<Object[]> operations() {
        return Stream.of(DynamoDbClient.class, DynamoDbStreamsClient.class)
                .flatMap(client -> Arrays.stream(client.getMethods()))
                .filter(method -> method.getParameterCount() == 1
                        && AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && AwsResponse.class.isAssignableFrom(method.getReturnType()))
                .map(method -> new Object[] {method.getName(), method});
    }

    private record OneAnswer(AtomicReference<AwsRequest> received, AwsResponse answer) implements Store {

        @Override
        public AwsResponse execute(AwsRequest request) {
            received.set(request);
            return answer;
        }

        @Override
        public void close() {}
    }
}
