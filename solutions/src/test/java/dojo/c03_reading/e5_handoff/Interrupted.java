package dojo.c03_reading.e5_handoff;

import dojo.lab.junit.LabTable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** Something that happens between two requests. */
final class Interrupted {
    private Interrupted() {}

    /** The same client, but what happens after its first answer is not up to the caller. */
    static DynamoDbClient afterTheFirstRead(DynamoDbClient ddb, Runnable event) {
        AtomicBoolean happened = new AtomicBoolean();
        InvocationHandler handler = (proxy, method, arguments) -> {
            boolean isSent = arguments != null
                    && arguments[0] instanceof DynamoDbRequest
                    && !method.getName().endsWith("Paginator");
            if (!isSent && method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments); // ends in a request to this proxy
            }
            try {
                Object answer = method.invoke(ddb, arguments);
                if (isSent && happened.compareAndSet(false, true)) {
                    event.run();
                }
                return answer;
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        };
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler);
    }

    /** Erases the turns with these numbers. */
    static void erase(LabTable table, String sessionId, IntStream numbers) {
        numbers.forEach(number -> table.backstage()
                .deleteItem(delete -> delete.tableName(table.name())
                        .key(Map.of(
                                "PK", AttributeValue.fromS("SESSION#" + sessionId),
                                "SK", AttributeValue.fromS("TURN#%06d".formatted(number))))));
    }
}
