package dojo.c04_conditional_writes.e5_lease_with_fence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Stops a worker between its last thought and its write, as garbage collection may, while the world goes on. */
final class Pause {
    private static final Set<String> WRITES =
            Set.of("putItem", "updateItem", "deleteItem", "transactWriteItems", "executeStatement");

    private final DynamoDbClient ddb;
    private Runnable meanwhile = () -> {};
    private int writesBefore;

    Pause(DynamoDbClient ddb) {
        this.ddb = ddb;
    }

    /** What happens before the next write of the client. */
    void beforeTheNextWrite(Runnable what) {
        beforeWrite(1, what);
    }

    /** What happens before the n-th write of the client from now on, if it comes to that. */
    void beforeWrite(int number, Runnable what) {
        writesBefore = number - 1;
        meanwhile = what;
    }

    DynamoDbClient client() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (proxy, method, args) -> {
                    if (WRITES.contains(method.getName()) && writesBefore-- == 0) {
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
