package dojo.session.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Episodes, each with a seed of its own, until there were enough operations; nothing is kept of those that went well. */
final class Campaign {
    /** Few enough that the histories of an episode are short to read and to check. */
    static final int EPISODE = 800;

    private final Tally tally = new Tally();
    private final List<Report> reports = new ArrayList<>();
    private final AtomicLong nextSeed;
    private final long operations;

    private Campaign(long firstSeed, long operations) {
        this.nextSeed = new AtomicLong(firstSeed);
        this.operations = operations;
    }

    /** Episodes have nothing in common, so as many run at the same time as there are processors. */
    static Campaign run(long firstSeed, long operations) throws InterruptedException, ExecutionException {
        Campaign campaign = new Campaign(firstSeed, operations);
        int workers = (int) Math.min(Runtime.getRuntime().availableProcessors(), 1 + operations / EPISODE);
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            Callable<Void> work = campaign::work;
            List<Future<Void>> working = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                working.add(threads.submit(work));
            }
            for (Future<Void> one : working) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return campaign;
    }

    private Void work() {
        while (tally.operations() < operations && reports().isEmpty()) {
            Episode episode = Episode.run(nextSeed.getAndIncrement(), EPISODE);
            tally.add(episode.tally());
            synchronized (reports) {
                reports.addAll(episode.reports());
            }
        }
        return null;
    }

    Tally tally() {
        return tally;
    }

    /** What went wrong; the first episode in which something did ends the campaign. */
    List<Report> reports() {
        synchronized (reports) {
            return List.copyOf(reports);
        }
    }
}
