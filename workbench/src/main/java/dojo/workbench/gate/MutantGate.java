package dojo.workbench.gate;

import dojo.workbench.check.CannotCheck;
import dojo.workbench.check.Checker;
import dojo.workbench.check.MutantFate;
import dojo.workbench.check.Submission;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Checks the checks: changes the requests of every answer, one at a time, and counts who notices. */
public final class MutantGate {

    private static final long SEED = 1;

    private final Path root;
    private final Checker checker;
    private final int workers;

    private MutantGate(Path root, Checker checker, int workers) {
        this.root = root;
        this.checker = checker;
        this.workers = workers;
    }

    /** A gate over the checkout; {@code workers} exercises are judged at once. */
    public static MutantGate over(Path root, Checker checker, int workers) {
        return new MutantGate(root.toAbsolutePath().normalize(), checker, workers);
    }

    /**
     * Changes the answers of all exercises, or of those with the given ids.
     *
     * @param done is told of each exercise as it is finished
     * @return what came of it, in the order of the catalogue
     */
    public List<Mutated> judge(List<String> ids, Consumer<Mutated> done) {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<Mutated>> running = Catalogue.read(root).all().stream()
                    .filter(exercise -> ids.isEmpty() || ids.contains(exercise.id()))
                    .map(exercise -> threads.submit(() -> judge(exercise, done)))
                    .toList();
            List<Mutated> all = new ArrayList<>();
            for (Future<Mutated> exercise : running) {
                all.add(exercise.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotCheck("The gate was interrupted; run it again.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Mutated judge(Exercise exercise, Consumer<Mutated> done) throws IOException {
        long began = System.nanoTime();
        List<MutantFate> fates = List.of();
        Optional<String> trouble = Optional.empty();
        try {
            fates = checker.mutants(exercise, Submission.source(exercise.answerFolder()), SEED);
        } catch (CannotCheck e) {
            trouble = Optional.of(String.valueOf(e.getMessage()));
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Mutated mutated = new Mutated(exercise.id(), fates, Survivors.of(root, exercise.id()), trouble, millis);
        done.accept(mutated);
        return mutated;
    }
}
