package dojo.session.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The place between two requests to a database, where a process may die, an answer get lost, or somebody else write.
 *
 * <p>What can happen there happens once, at a request of the kit's choice; so every interleaving of two callers can be
 * tried in turn, without threads. Stores on DynamoDB get a client from {@link #in}; others call {@link #request} around
 * each of their requests. Thread-safe; armed for one caller at a time.
 */
public final class Seam {
    private record Armed(AtomicInteger requestsLeft, boolean afterwards, Runnable event) {}

    private final AtomicReference<@Nullable Armed> armed = new AtomicReference<>();

    /** Thrown in place of an answer: the caller cannot know whether the request was executed. */
    public static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Cut() {
            super("The kit cut the line here.");
        }
    }

    /** One request of a store. */
    @FunctionalInterface
    public interface Request {
        @Nullable
        Object send() throws Throwable;
    }

    /** Sends a request, unless the kit lets something else happen. */
    public @Nullable Object request(Request request) throws Throwable {
        Armed waiting = armed.get();
        boolean now = waiting != null && waiting.requestsLeft().getAndDecrement() == 0;
        if (!now || waiting == null) {
            return request.send();
        }
        // Disarmed first: the event may use the same store.
        armed.set(null);
        if (!waiting.afterwards()) {
            waiting.event().run();
            return request.send();
        }
        Object answer = request.send();
        if (answer instanceof CompletionStage<?> later) {
            return later.thenApply(value -> {
                waiting.event().run();
                return value;
            });
        }
        waiting.event().run();
        return answer;
    }

    void before(int request, Runnable event) {
        armed.set(new Armed(new AtomicInteger(request), false, event));
    }

    void after(int request, Runnable event) {
        armed.set(new Armed(new AtomicInteger(request), true, event));
    }

    /** Whether the event has not happened: there were not so many requests. */
    boolean disarm() {
        return armed.getAndSet(null) != null;
    }

    static final Runnable CUT = () -> {
        throw new Cut();
    };

    /** The same client, with this seam before and after each request; works with paginators, not with waiters. */
    public DynamoDbClient in(DynamoDbClient client) {
        return proxy(DynamoDbClient.class, client);
    }

    /** The same client, with this seam before and after each request; works with paginators, not with waiters. */
    public DynamoDbAsyncClient in(DynamoDbAsyncClient client) {
        return proxy(DynamoDbAsyncClient.class, client);
    }

    private <C> C proxy(Class<C> kind, C client) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (!method.isDefault() || arguments == null) {
                return call(client, method, arguments);
            }
            if (!(arguments[0] instanceof SdkRequest) || method.getName().endsWith("Paginator")) {
                // A shorthand, made of requests that come by here again.
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            boolean async = CompletionStage.class.isAssignableFrom(method.getReturnType());
            try {
                return request(() -> call(client, method, arguments));
            } catch (Cut cut) {
                if (async) {
                    return CompletableFuture.failedFuture(cut);
                }
                throw cut;
            }
        };
        return kind.cast(Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, handler));
    }

    private static @Nullable Object call(Object client, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}
