package dojo.lab.replication;

import dojo.lab.item.IndexShape;
import dojo.lab.store.Store;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The copies that stale reads run on: opened when first needed, each lent to one read at a time, and given back with
 * what is laid out in them, since the next read often wants nearly the same.
 *
 * <p>Safe for use by many threads.
 */
final class Copies {

    private static final int MOST = 8;

    private final Supplier<Store> stores;
    private final Semaphore free = new Semaphore(MOST);
    private final AtomicInteger opened = new AtomicInteger();
    private final Deque<Copy> idle = new ArrayDeque<>();

    Copies(Supplier<Store> stores) {
        this.stores = stores;
    }

    /** A copy for this thread alone until it is {@linkplain #giveBack given back}; waits for one if all are lent. */
    Copy borrow(String table, Optional<IndexShape> index) {
        free.acquireUninterruptibly();
        try {
            return idle(candidate -> candidate.holds(table, index))
                    .or(() -> idle(candidate -> candidate.lacks(table)))
                    .or(this::another)
                    .or(() -> idle(candidate -> true))
                    .orElseThrow();
        } catch (RuntimeException | Error e) {
            free.release();
            throw e;
        }
    }

    void giveBack(Copy copy) {
        synchronized (idle) {
            idle.addLast(copy);
        }
        free.release();
    }

    /** Instead of being given back: nobody knows what is laid out in it. */
    void discard(Copy copy) {
        opened.decrementAndGet();
        free.release();
        copy.close();
    }

    /** Closes all that are not lent. */
    void close() {
        synchronized (idle) {
            idle.forEach(Copy::close);
            idle.clear();
        }
    }

    private Optional<Copy> idle(Predicate<Copy> which) {
        synchronized (idle) {
            Optional<Copy> found = idle.stream().filter(which).findFirst();
            found.ifPresent(idle::remove);
            return found;
        }
    }

    private Optional<Copy> another() {
        if (opened.getAndUpdate(before -> Math.min(before + 1, MOST)) == MOST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Copy(stores.get()));
        } catch (RuntimeException | Error e) {
            opened.decrementAndGet();
            throw e;
        }
    }
}
