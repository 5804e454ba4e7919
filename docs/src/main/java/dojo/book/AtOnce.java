package dojo.book;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sets the formats at the same time, each on a thread of its own. */
final class AtOnce {

    /** What sets one format. */
    interface Setting<T> {
        T set(Format format) throws IOException;
    }

    private AtOnce() {}

    /** What came of each format, in their order; if one fails, so does the whole. */
    static <T> List<T> of(Set<Format> formats, Setting<T> setting) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, formats.size()));
        try {
            List<Future<T>> running = new ArrayList<>();
            formats.forEach(format -> running.add(threads.submit(() -> setting.set(format))));
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
        } finally {
            threads.shutdownNow();
        }
    }
}
