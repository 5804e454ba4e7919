package dojo.workbench.worker;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a submission leaves behind in the process: threads, and state that the next one would meet.
 *
 * <p>Nothing is cleaned up. A process with residue is thrown away; that is cheaper than being right about cleaning.
 */
final class Residue {
    private static final long GRACE_MILLIS = 100;

    private final Properties properties = (Properties) System.getProperties().clone();
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    /** What differs from the moment of construction; empty when the process is as it was. */
    Optional<String> since(ThreadGroup group, Thread runner) {
        if (!properties.equals(System.getProperties())) {
            return Optional.of("system properties changed");
        }
        if (!locale.equals(Locale.getDefault()) || !zone.equals(TimeZone.getDefault())) {
            return Optional.of("default locale or time zone changed");
        }
        if (Thread.getDefaultUncaughtExceptionHandler() != null) {
            return Optional.of("a default exception handler was set");
        }
        return threads(group, runner);
    }

    private static Optional<String> threads(ThreadGroup group, Thread runner) {
        ForkJoinPool.commonPool().awaitQuiescence(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
        Optional<Thread> left = leftOver(group, runner);
        while (left.isPresent() && System.nanoTime() < deadline) {
            try {
                left.get().join(5);
            } catch (InterruptedException e) {
                return Optional.of("the worker was interrupted");
            }
            left = leftOver(group, runner);
        }
        return left.map(thread -> "thread \"" + thread.getName() + "\" still runs");
    }

    /** Threads born in the group; those of the common pool are the JDK's own and idle by now. */
    private static Optional<Thread> leftOver(ThreadGroup group, Thread runner) {
        Thread[] threads = new Thread[group.activeCount() * 2 + 16];
        int count = group.enumerate(threads, true);
        return Stream.of(threads)
                .limit(count)
                .filter(thread -> !thread.equals(runner) && thread.isAlive())
                .filter(thread -> !thread.getName().startsWith("ForkJoinPool.commonPool-worker"))
                .findFirst();
    }
}
