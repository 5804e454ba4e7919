package dojo.workbench.check;

import dojo.workbench.worker.ChildJvm;
import dojo.workbench.worker.RunRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A worker borrowed for several runs, one after the other. Not thread-safe. */
abstract sealed class WorkerLease implements AutoCloseable {
    final WorkerPool pool;
    private final Duration limit;
    private @Nullable ChildJvm worker;

    private WorkerLease(WorkerPool pool, Duration limit, @Nullable ChildJvm worker) {
        this.pool = pool;
        this.limit = limit;
        this.worker = worker;
    }

    /** A worker of one's own; one that a run spoilt is replaced. */
    static WorkerLease of(WorkerPool pool, Duration limit) {
        return new Own(pool, limit);
    }

    /** The spare, to do something at the same time; empty if none stands ready. */
    Optional<WorkerLease> beside() {
        return pool.borrowSpare().map(spare -> new Spare(pool, limit, spare));
    }

    /** Whether another run is possible: a spare that a run spoilt is not replaced. */
    boolean goesOn() {
        return worker != null;
    }

    Exchange.Outcome run(RunRequest request) throws InterruptedException {
        ChildJvm borrowed = worker == null ? borrow() : worker;
        worker = null;
        boolean unspoilt = false;
        try {
            Exchange.Outcome outcome = new Exchange(borrowed).run(request, limit);
            unspoilt = outcome instanceof Exchange.Outcome.Done done && !done.spoilt();
            return outcome;
        } finally {
            if (unspoilt) {
                worker = borrowed;
            } else {
                discard(borrowed);
            }
        }
    }

    @Override
    public void close() {
        if (worker != null) {
            giveBack(worker);
            worker = null;
        }
    }

    abstract ChildJvm borrow() throws InterruptedException;

    abstract void giveBack(ChildJvm unspoilt);

    abstract void discard(ChildJvm spoilt);

    private static final class Own extends WorkerLease {
        Own(WorkerPool pool, Duration limit) {
            super(pool, limit, null);
        }

        @Override
        boolean goesOn() {
            return true;
        }

        @Override
        ChildJvm borrow() throws InterruptedException {
            return pool.take();
        }

        @Override
        void giveBack(ChildJvm unspoilt) {
            pool.giveBack(unspoilt);
        }

        @Override
        void discard(ChildJvm spoilt) {
            pool.discard(spoilt);
        }
    }

    private static final class Spare extends WorkerLease {
        Spare(WorkerPool pool, Duration limit, ChildJvm spare) {
            super(pool, limit, spare);
        }

        @Override
        ChildJvm borrow() {
            throw new IllegalStateException("The spare was spoilt. Ask goesOn() before each run.");
        }

        @Override
        void giveBack(ChildJvm unspoilt) {
            pool.returnSpare(unspoilt);
        }

        @Override
        void discard(ChildJvm spoilt) {
            pool.discardSpare(spoilt);
        }
    }
}
