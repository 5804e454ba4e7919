package dojo.c09_ttl.e4_erase_with_receipt;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client during whose work others are at work, too. */
final class Meanwhile {
    private Meanwhile() {}

    /** Has {@code others} act before each call. */
    static DynamoDbClient happens(Runnable others, DynamoDbClient ddb) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (proxy, method, args) -> {
                    others.run();
                    try {
                        return method.invoke(ddb, args);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() == null ? thrown : thrown.getCause();
                    }
                });
    }
}
