package dojo.session.chaos;

import dojo.lab.time.Clock;
import dojo.lab.time.Scenario;
import dojo.lab.time.Scenario.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How several pieces of work are done at the same time. */
enum Together {
    /** One acts at a time, and the seed says which: the same seed gives the same run. */
    IN_TURNS {
        @Override
        void run(Clock clock, long seed, Map<String, Work> works) {
            Scenario scenario = Scenario.on(clock, seed).atMostTurns(Long.MAX_VALUE);
            works.forEach(scenario::task);
            scenario.run();
        }
    },

    /** Each has a thread, and the machine decides: no two runs are the same. */
    ON_FREE_THREADS {
        @Override
        void run(Clock clock, long seed, Map<String, Work> works) {
            ExecutorService threads = Executors.newFixedThreadPool(works.size());
            try {
                List<Callable<Void>> all = new ArrayList<>();
                works.values()
                        .forEach(work -> all.add(() -> {
                            work.run();
                            return null;
                        }));
                for (Future<Void> done : threads.invokeAll(all)) {
                    done.get();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted before all was done.", stop);
            } catch (ExecutionException failed) {
                throw new IllegalStateException("A piece of work failed.", failed);
            } finally {
                threads.shutdownNow();
            }
        }
    };

    abstract void run(Clock clock, long seed, Map<String, Work> works);
}
