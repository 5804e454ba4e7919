package dojo.lab.junit;

import java.lang.reflect.InvocationHandler;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A process that stops after so many requests: what it would have done next, it never does.
 *
 * <p>An error, not an exception: a process that has stopped runs no handler either.
 */
public final class StoppedProcess extends Error {
    private static final long serialVersionUID = 1;

    private StoppedProcess(int requests) {
        super("The process stopped after request " + requests + ".", null, false, false);
    }

    /** A client that sends so many requests, each page of a paginator being one, and none after them. */
    public static DynamoDbClient after(int requests, DynamoDbClient ddb) {
        AtomicInteger sent = new AtomicInteger();
        InvocationHandler handler = (proxy, method, args) -> {
            if (!isRequest(args)) {
                // Consumers and paginators make requests of it, which come back to this handler.
                return method.isDefault()
                        ? InvocationHandler.invokeDefault(proxy, method, args)
                        : Clients.passOn(ddb, method, args);
            }
            if (method.getName().endsWith("Paginator")) {
                return InvocationHandler.invokeDefault(proxy, method, args);
            }
            if (sent.incrementAndGet() > requests) {
                throw new StoppedProcess(requests);
            }
            return Clients.passOn(ddb, method, args);
        };
        return Clients.of(handler);
    }

    /** What the work results in; empty if its process stopped on the way. */
    public static <T> Optional<T> resultOf(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (StoppedProcess stopped) {
            return Optional.empty();
        }
    }

    private static boolean isRequest(Object @Nullable [] args) {
        return args != null && args.length == 1 && args[0] instanceof AwsRequest;
    }
}
