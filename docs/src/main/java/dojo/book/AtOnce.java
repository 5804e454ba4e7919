package dojo.book;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Sets the formats at the same time, each on a thread of its own.
 *
 * <p>What sets them takes seconds to open, so it is opened while the text is still being made.
 *
 * @param <P> what sets a format
 * @param <T> what comes of it
 */
final class AtOnce<P, T> implements AutoCloseable {

    /** Sets one format. */
    interface Setting<P, T> {
        T set(Format format, P press) throws IOException;
    }

    private final CompletableFuture<Setting<P, T>> order = new CompletableFuture<>();
    private final List<Future<T>> running = new ArrayList<>();
    private final ExecutorService threads;

    private AtOnce(int formats) {
        threads = Executors.newFixedThreadPool(Math.max(1, formats));
    }

    /** Begins to open what sets the formats, and returns at once. */
    static <P, T> AtOnce<P, T> open(Set<Format> formats, Function<Format, P> opening) {
        var all = new AtOnce<P, T>(formats.size());
        for (Format format : formats) {
            all.running.add(all.threads.submit(() -> {
                P press = opening.apply(format);
                return all.order.get().set(format, press);
            }));
        }
        return all;
    }

    /** What came of each format, in their order; if one fails, so does the whole. */
    List<T> set(Setting<P, T> setting) throws IOException {
        order.complete(setting);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> one : running) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unwritable) {
                throw unwritable;
            }
            throw new IllegalStateException("a format could not be set", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while setting the book", stopped);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
