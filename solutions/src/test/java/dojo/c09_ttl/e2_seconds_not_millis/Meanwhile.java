package dojo.c09_ttl.e2_seconds_not_millis;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client between whose reads and writes others are at work. */
final class Meanwhile {
    private Meanwhile() {}

    /** Has {@code others} act before each call that is not a scan. */
    static DynamoDbClient happens(Runnable others, DynamoDbClient ddb) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (proxy, method, args) -> {
                    if (!method.getName().startsWith("scan")) {
                        others.run();
                    }
                    try {
                        return method.invoke(ddb, args);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() == null ? thrown : thrown.getCause();
                    }
                });
    }
}
