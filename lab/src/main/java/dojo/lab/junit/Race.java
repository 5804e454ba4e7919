package dojo.lab.junit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
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
    /** Longer than any exercise may run: a bound, so that a defect of ours cannot hang a build. */
    private static final int LONGEST_WAIT_SECONDS = 60;
    /** How often a rival that waits looks whether the other one waits for it. */
    private static final int LOOK_MILLIS = 50;

    private final DynamoDbClient client;
    private volatile Meeting meeting = new Meeting();

    private Race(DynamoDbClient ddb) {
        InvocationHandler handler = (proxy, method, args) -> passOn(ddb, method, args);
        client = Clients.of(handler);
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
        Meeting rivals = new Meeting();
        meeting = rivals;
        FutureTask<T> one = rivals.launch(first);
        FutureTask<T> two = rivals.launch(second);
        return List.of(resultOf(one), resultOf(two));
    }

    private static <T> T resultOf(FutureTask<T> task) throws Exception {
        try {
            return task.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            if (failed.getCause() instanceof AssertionError cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private @Nullable Object passOn(DynamoDbClient ddb, Method method, Object @Nullable [] args) throws Throwable {
        if (WRITES.contains(method.getName())) {
            meeting.beforeWriting();
        }
        return Clients.passOn(ddb, method, args);
    }

    /** Where each rival waits for the other: until it is about to write, too, or is done without a write. */
    private static final class Meeting {
        private final Set<Thread> expected = ConcurrentHashMap.newKeySet();
        private final CountDownLatch bothThere = new CountDownLatch(2);

        <T> FutureTask<T> launch(Callable<T> work) {
            FutureTask<T> task = new FutureTask<>(work);
            Thread rival = new Thread(
                    () -> {
                        task.run();
                        arrived();
                    },
                    "rival");
            rival.setDaemon(true);
            expected.add(rival);
            rival.start();
            return task;
        }

        /** Holds up the rivals only: threads they may have started are not waited for, and do not wait. */
        void beforeWriting() throws InterruptedException {
            if (!arrived()) {
                return;
            }
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
            while (!bothThere.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (expected.stream().anyMatch(Meeting::waitsForMe)) {
                    throw new AssertionError("Two callers at once: the second waits for a lock that the first holds."
                            + " Two servers share no lock; what keeps them apart has to be in the request.");
                }
                if (System.nanoTime() > end) {
                    throw new AssertionError("The rivals never met: the other one neither writes nor ends.");
                }
            }
        }

        private static boolean waitsForMe(Thread rival) {
            ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(rival.getId());
            return info != null
                    && info.getLockOwnerId() == Thread.currentThread().getId();
        }

        /** Whether this thread is a rival that arrives for the first time. */
        private boolean arrived() {
            boolean first = expected.remove(Thread.currentThread());
            if (first) {
                bothThere.countDown();
            }
            return first;
        }
    }
}
