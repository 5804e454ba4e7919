package dojo.lab.junit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Clients of DynamoDB that stand before another one. */
final class Clients {

    private Clients() {}

    /** A client whose every call the handler decides about. */
    static DynamoDbClient of(InvocationHandler handler) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler);
    }

    /** The call, made on the client behind; throws what that throws. */
    static @Nullable Object passOn(DynamoDbClient behind, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(behind, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}
