package dojo.lab.door;

import dojo.lab.store.Store;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/**
 * A client of DynamoDB for setting scenes: its requests go to a {@link Store} as they are.
 *
 * <p>The SDK's pipeline, which turns a request into bytes and the answer back into objects, takes longer than DynamoDB
 * Local needs to store an item. What a learner sends goes through it, because its retries and errors are to be met; a
 * scene of a thousand items need not. Safe for use by many threads.
 */
public final class DirectClient implements InvocationHandler {

    /** Programs look into it for headers; an answer of the SDK always has one. */
    private static final SdkHttpResponse OK =
            SdkHttpResponse.builder().statusCode(200).build();

    private final Store store;
    private final LabThreads threads = new LabThreads();

    private DirectClient(Store store) {
        this.store = store;
    }

    /** A client whose close leaves the store open: it belongs to the lab. */
    public static DynamoDbClient of(Store store) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, new DirectClient(store));
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // A client equals itself and nothing else.
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null
                && arguments.length == 1
                && arguments[0] instanceof AwsRequest request
                && !paged(method)) {
            return answer(request);
        }
        return switch (method.getName()) {
            case "close" -> {
                threads.close();
                yield null;
            }
            case "waiter" ->
                DynamoDbWaiter.builder().client((DynamoDbClient) proxy).build();
            case "serviceName" -> DynamoDbClient.SERVICE_NAME;
            case "toString" -> "a client backstage";
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && proxy == arguments[0];
            // Requests given as lambdas, paginators: the interface leads them back to the operations above.
            default -> InvocationHandler.invokeDefault(proxy, method, arguments);
        };
    }

    private static boolean paged(Method method) {
        return method.getName().endsWith("Paginator");
    }

    private Object answer(AwsRequest request) {
        try {
            AwsResponse answer = threads.call(() -> store.execute(request));
            return answer.toBuilder().sdkHttpResponse(OK).build();
        } catch (IOException interrupted) {
            throw AbortedException.create(String.valueOf(interrupted.getMessage()), interrupted);
        }
    }
}
