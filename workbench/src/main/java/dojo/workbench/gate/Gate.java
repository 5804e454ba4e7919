package dojo.workbench.gate;

import dojo.workbench.check.CannotCheck;
import dojo.workbench.check.Checker;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Checks every promise of every exercise.
 *
 * <p>Reads starters from their pristine copies, so the outcome does not depend on what a learner has edited; unless
 * {@link #alsoUntouched} is asked for, as a fresh clone may.
 */
public final class Gate {

    private static final List<Rule> RULES = List.of(
            new ReadmeRule(),
            new FirstHintRule(),
            new FilesRule(),
            new TwinsRule(),
            new StarterRule(),
            new SubjectsRule(),
            new AnswerRule(),
            new WrongAnswersRule(),
            new AlternativesRule(),
            new RemarksRule(),
            new PredictionsRule());

    private final Path root;
    private final int workers;
    private final List<Rule> rules = new ArrayList<>(RULES);
    private final Trials trials;

    private Gate(Path root, int workers, Trials trials) {
        this.root = root;
        this.workers = workers;
        this.trials = trials;
    }

    /** A gate over the checkout; {@code workers} exercises are judged at once. */
    public static Gate over(Path root, Checker checker, int workers) {
        Path whole = root.toAbsolutePath().normalize();
        return new Gate(whole, workers, new Trials(whole, checker));
    }

    /** The same rules, with at most so many seeds for each answer: for a build that has little time. */
    static Gate brief(Path root, Checker checker, int workers, int seeds) {
        Path whole = root.toAbsolutePath().normalize();
        return new Gate(whole, workers, new Trials(whole, checker, seeds));
    }

    /** Also demands that every learner's file is still its starter. */
    public Gate alsoUntouched() {
        rules.add(new UntouchedRule());
        return this;
    }

    /**
     * Judges all exercises, or those with the given ids.
     *
     * @param done is told of each exercise as it is finished, with the number of its findings
     * @return what does not hold, in the order of the catalogue; empty when all does
     */
    public List<Finding> judge(List<String> ids, Consumer<Judged> done) {
        Catalogue catalogue = Catalogue.read(root);
        List<Finding> findings = new ArrayList<>(catalogueFindings(catalogue, ids));
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<List<Finding>>> running = catalogue.all().stream()
                    .filter(exercise -> ids.isEmpty() || ids.contains(exercise.id()))
                    .map(exercise -> threads.submit(() -> judge(exercise, done)))
                    .toList();
            for (Future<List<Finding>> exercise : running) {
                findings.addAll(resultOf(exercise));
            }
        } finally {
            threads.shutdownNow();
        }
        return findings;
    }

    private List<Finding> judge(Exercise exercise, Consumer<Judged> done) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            try {
                rule.inspect(exercise, trials)
                        .forEach(sentence -> findings.add(new Finding(exercise.id(), rule.name(), sentence)));
            } catch (IOException | CannotCheck e) {
                findings.add(new Finding(exercise.id(), rule.name(), "Could not be judged: " + e.getMessage()));
            }
        }
        done.accept(new Judged(exercise.id(), findings.size()));
        return findings;
    }

    /** How long the verdicts took that were needed so far, in the order of the exercises. */
    public Times times() {
        return trials.times();
    }

    /** What concerns the files that name exercises; of the given ids alone, where some are given. */
    private List<Finding> catalogueFindings(Catalogue catalogue, List<String> ids) {
        List<Finding> findings = new ArrayList<>();
        catalogue
                .problems()
                .forEach(problem -> findings.add(new Finding(problem.id(), "catalogue", problem.sentence())));
        findings.addAll(CurriculumFindings.in(catalogue));
        findings.addAll(PrerequisiteFindings.in(catalogue));
        findings.addAll(TrackFindings.in(catalogue));
        findings.addAll(PlacementFindings.in(root, catalogue));
        findings.removeIf(finding -> !ids.isEmpty() && !ids.contains(finding.exercise()));
        return findings;
    }

    private static List<Finding> resultOf(Future<List<Finding>> exercise) {
        try {
            return exercise.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotCheck("The gate was interrupted; run it again.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** An exercise that the gate has finished. */
    public record Judged(String exercise, int findings) {}
}
