package dojo.lab.junit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Two callers at the worst moment: neither write is sent before both are about to be, so both have read what they
 * wanted to read. Whoever checks first and writes later loses every time, without a sleep and without luck.
 */
public final class Race {
    private static final Set<String> WRITES = Set.of(
            "putItem",
            "updateItem",
            "deleteItem",
            "batchWriteItem",
            "transactWriteItems",
            "executeStatement",
            "executeTransaction");
    private static final int PATIENCE_SECONDS = 5;

    private final DynamoDbClient client;
    private volatile CountDownLatch start = new CountDownLatch(0);

    private Race(DynamoDbClient ddb) {
        InvocationHandler handler = (proxy, method, args) -> passOn(ddb, method, args);
        client = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, handler);
    }

    /** A race over one client; the requests go through that client and stand on its bill. */
    public static Race on(DynamoDbClient ddb) {
        return new Race(ddb);
    }

    /** The client for the code under test; outside of {@link #run} it holds nothing up. */
    public DynamoDbClient client() {
        return client;
    }

    /** Runs both on threads of their own and returns both results, in the order of the arguments. */
    public <T> List<T> run(Callable<T> first, Callable<T> second) throws Exception {
        start = new CountDownLatch(2);
        FutureTask<T> one = new FutureTask<>(first);
        FutureTask<T> two = new FutureTask<>(second);
        launch(one);
        launch(two);
        return List.of(resultOf(one), resultOf(two));
    }

    private static void launch(FutureTask<?> task) {
        Thread thread = new Thread(task, "rival");
        thread.setDaemon(true);
        thread.start();
    }

    private static <T> T resultOf(FutureTask<T> task) throws Exception {
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** A rival that never writes must not hold the other up for ever, hence the patience. */
    private @Nullable Object passOn(DynamoDbClient ddb, Method method, Object @Nullable [] args) throws Throwable {
        if (WRITES.contains(method.getName())) {
            start.countDown();
            start.await(PATIENCE_SECONDS / 2, TimeUnit.SECONDS);
        }
        try {
            return method.invoke(ddb, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}
