package dojo.lab.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsClient;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * One operation of the two services, found in the SDK's own client interfaces, so that a new SDK brings new operations
 * without a line of ours.
 */
public final class Operation {

    private static final Map<String, Operation> BY_NAME = new HashMap<>();
    private static final Map<Class<?>, Operation> BY_REQUEST = new HashMap<>();

    static {
        collect(DynamoDbClient.class);
        collect(DynamoDbStreamsClient.class);
    }

    private final String name;
    private final Method call;
    private final Method newBuilder;

    private Operation(String name, Method call, Method newBuilder) {
        this.name = name;
        this.call = call;
        this.newBuilder = newBuilder;
    }

    /** The operation of this name, such as {@code PutItem}, if the SDK knows it. */
    public static Optional<Operation> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * The operation that takes this request.
     *
     * @throws UnsupportedOperationException if neither DynamoDB nor DynamoDB Streams has it
     */
    public static Operation of(AwsRequest request) {
        Operation operation = BY_REQUEST.get(request.getClass());
        if (operation == null) {
            throw new UnsupportedOperationException("No operation of DynamoDB takes a "
                    + request.getClass().getSimpleName() + ". Send a request of the DynamoDB or Streams client.");
        }
        return operation;
    }

    /** All operations of both services. */
    public static Collection<Operation> all() {
        return BY_NAME.values();
    }

    /** The name on the wire, such as {@code PutItem}. */
    public String name() {
        return name;
    }

    /** Whether the operation belongs to DynamoDB Streams. */
    public boolean ofStreams() {
        return call.getDeclaringClass() == DynamoDbStreamsClient.class;
    }

    /** A fresh builder of the request. */
    public SdkPojo requestBuilder() {
        return (SdkPojo) invoke(newBuilder, null);
    }

    /** The answer to a request of which nothing came back that is worth a word. */
    public AwsResponse emptyAnswer() {
        String answer = call.getReturnType().getName();
        try {
            Object builder = invoke(Class.forName(answer).getMethod("builder"), null);
            return (AwsResponse) ((SdkBuilder<?, ?>) builder).build();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The SDK's " + answer + " has no builder().", e);
        }
    }

    AwsResponse call(AwsClient client, AwsRequest request) {
        return (AwsResponse) invoke(call, client, request);
    }

    private static void collect(Class<?> client) {
        for (Method method : client.getMethods()) {
            if (method.getParameterCount() != 1
                    || !AwsResponse.class.isAssignableFrom(method.getReturnType())
                    || !AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])) {
                continue;
            }
            Class<?> request = method.getParameterTypes()[0];
            String simpleName = request.getSimpleName();
            String name = simpleName.substring(0, simpleName.length() - "Request".length());
            try {
                Operation operation = new Operation(name, method, request.getMethod("builder"));
                BY_NAME.put(name, operation);
                BY_REQUEST.put(request, operation);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("The SDK's " + simpleName + " has no builder().", e);
            }
        }
    }

    private static Object invoke(Method method, @Nullable Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw new IllegalStateException(method + " failed: " + e.getCause(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " cannot be called.", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
