package dojo.c11_transactions.e1_first_turn_together;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Clients to which something happens on the way. */
final class Interrupted {
    private Interrupted() {}

    /** Calls {@code before} with the number of the request, from 1, and the name of the method; what it throws comes out. */
    static DynamoDbClient client(DynamoDbClient ddb, BiConsumer<Integer, String> before) {
        AtomicInteger requests = new AtomicInteger();
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (proxy, method, args) -> {
                    before.accept(requests.incrementAndGet(), method.getName());
                    try {
                        return method.invoke(ddb, args);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() == null ? thrown : thrown.getCause();
                    }
                });
    }

    /** A transaction cancelled for these reasons, which DynamoDB Local never gives on its own. */
    static TransactionCanceledException cancelled(List<String> codes) {
        List<CancellationReason> reasons = codes.stream()
                .map(code -> CancellationReason.builder().code(code).build())
                .toList();
        return TransactionCanceledException.builder()
                .message("Transaction cancelled, please refer to the reasons " + codes)
                .cancellationReasons(reasons)
                .build();
    }
}
