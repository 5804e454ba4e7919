package dojo.c11_transactions.e2_token_window;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client that stands still before its first write. */
final class BeforeWriting {
    private static final Set<String> WRITES =
            Set.of("putItem", "updateItem", "deleteItem", "batchWriteItem", "transactWriteItems");

    private BeforeWriting() {}

    /** Has {@code meanwhile} happen after everything was read, and before anything is written. */
    static DynamoDbClient happens(Runnable meanwhile, DynamoDbClient ddb) {
        AtomicBoolean happened = new AtomicBoolean();
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (proxy, method, args) -> {
                    if (WRITES.contains(method.getName()) && happened.compareAndSet(false, true)) {
                        meanwhile.run();
                    }
                    try {
                        return method.invoke(ddb, args);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() == null ? thrown : thrown.getCause();
                    }
                });
    }
}
