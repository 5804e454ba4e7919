package dojo.workbench.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Two ways to do the same work, in turns within one run: what else the machine does hits both alike.
 *
 * @param ours what is to be fast enough; takes the number of the call
 * @param theirs what it is held against
 * @param threads that do it at the same time
 */
record Contest(LongConsumer ours, LongConsumer theirs, int threads) {
    /** Long enough for the slower of the two to be compiled, too: a call of the SDK is a long path. */
    private static final int WARM_UP_ROUNDS = 10;

    /** Calls a second of both, as the median round had them, and their ratio. */
    record Result(double ours, double theirs) {
        double ratio() {
            return ours / theirs;
        }
    }

    Result run(int rounds, long roundMillis) {
        List<Double> mine = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (int i = 0; i < WARM_UP_ROUNDS + rounds; i++) {
            double first = rate(ours, roundMillis);
            double second = rate(theirs, roundMillis);
            if (i >= WARM_UP_ROUNDS) {
                mine.add(first);
                others.add(second);
            }
        }
        return new Result(median(mine), median(others));
    }

    private double rate(LongConsumer work, long millis) {
        LongAdder done = new LongAdder();
        CountDownLatch ended = new CountDownLatch(threads);
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        long begun = System.nanoTime();
        long end = begun + TimeUnit.MILLISECONDS.toNanos(millis);
        for (int i = 0; i < threads; i++) {
            long first = i;
            new Thread(() -> {
                        try {
                            for (long call = first; System.nanoTime() < end; call += threads) {
                                work.accept(call);
                                done.increment();
                            }
                        } catch (RuntimeException e) {
                            failure.set(e);
                        } finally {
                            ended.countDown();
                        }
                    })
                    .start();
        }
        await(ended);
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return done.sum() * 1e9 / (System.nanoTime() - begun);
    }

    private static void await(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The measurement was interrupted.", e);
        }
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
