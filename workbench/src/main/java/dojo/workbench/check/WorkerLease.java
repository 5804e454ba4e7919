package dojo.workbench.check;

import dojo.workbench.worker.ChildJvm;
import dojo.workbench.worker.RunRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A worker borrowed for several runs, one after the other; one that a run spoilt is replaced. Not thread-safe. */
final class WorkerLease implements AutoCloseable {
    private final WorkerPool pool;
    private final Duration limit;
    private @Nullable ChildJvm worker;

    WorkerLease(WorkerPool pool, Duration limit) {
        this.pool = pool;
        this.limit = limit;
    }

    Exchange.Outcome run(RunRequest request) throws InterruptedException {
        ChildJvm borrowed = worker == null ? pool.take() : worker;
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
                pool.discard(borrowed);
            }
        }
    }

    @Override
    public void close() {
        if (worker != null) {
            pool.giveBack(worker);
            worker = null;
        }
    }
}
