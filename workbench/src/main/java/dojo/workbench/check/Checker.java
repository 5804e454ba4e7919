package dojo.workbench.check;

import dojo.workbench.exercise.AnswerFile;
import dojo.workbench.exercise.AnswerSheet;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Kind;
import dojo.workbench.worker.JvmLayout;
import dojo.workbench.worker.RunRequest;
import dojo.workbench.worker.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Grades submissions: compiles here, runs in a worker process.
 *
 * <p>Thread-safe; as many submissions run at once as there are workers. The first check starts a worker (about half a
 * second), later ones find it warm. Close it, or its processes live until this one ends.
 */
public final class Checker implements AutoCloseable {
    private final CheckerOptions options;
    private final SourceCompiler compiler;
    private final CompiledChecks cache = new CompiledChecks();
    private final WorkerPool pool;

    private Checker(CheckerOptions options, JvmLayout layout) {
        this.options = options;
        compiler = new SourceCompiler(layout.classPath());
        pool = new WorkerPool(layout, options.workers());
    }

    /**
     * Costs nothing yet; the first check, or {@link #warmUp}, starts the processes.
     *
     * @throws CannotCheck with a sentence when this Java has no compiler
     */
    public static Checker open(CheckerOptions options) {
        return new Checker(options, JvmLayout.detect());
    }

    /** Starts the workers and the spare in the background, so that the first check finds them warm. */
    public void warmUp() {
        pool.warmUp();
    }

    /**
     * Compiles and runs every check of the exercise, visible and hidden, on the submission.
     *
     * @throws CannotCheck with a sentence when that is nobody's submission's fault: no worker starts, a file of the
     *     exercise is unreadable, the endpoint is down
     */
    public Verdict check(Exercise exercise, Submission submission, long seed) {
        return check(exercise, submission, List.of(seed)).get(0);
    }

    /**
     * The same under several seeds, one verdict for each; what is compiled is compiled once.
     *
     * @throws CannotCheck as for a single seed
     */
    public List<Verdict> check(Exercise exercise, Submission submission, List<Long> seeds) {
        try {
            // Before the clock starts: a script stands for a learner who types.
            Optional<Map<String, String>> answers = answers(exercise, submission, seeds.get(0));
            Grading grading = new Grading(exercise, seeds.get(0));
            if (exercise.isLive() && answers.isEmpty()) {
                return forAll(seeds, grading.nothingAnswered());
            }
            Optional<String> open = stillOpen(exercise, answers.orElse(Map.of()));
            if (open.isPresent()) {
                return forAll(seeds, grading.open(open.get()));
            }
            pool.prepare();
            SubmittedFiles files = SubmittedFiles.of(exercise, submission, options.root());
            return graded(grading, seeds, files, answers.orElse(Map.of()));
        } catch (IOException e) {
            throw new CannotCheck(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotCheck("The check was interrupted.");
        }
    }

    private static List<Verdict> forAll(List<Long> seeds, Verdict verdict) {
        return Collections.nCopies(seeds.size(), verdict);
    }

    private List<Verdict> graded(Grading first, List<Long> seeds, SubmittedFiles files, Map<String, String> answers)
            throws IOException, InterruptedException {
        Path classes = TemporaryFolder.create("dojo-classes-");
        try {
            Compilation.Outcome outcome =
                    new Compilation(compiler, cache, options.root()).compile(first.exercise(), files, classes);
            first.compiled();
            if (outcome instanceof Compilation.Refusal refusal) {
                return forAll(seeds, first.refused(refusal));
            }
            List<Verdict> verdicts = new ArrayList<>();
            for (long seed : seeds) {
                Grading grading = verdicts.isEmpty() ? first : first.again(seed);
                verdicts.add(ran(grading, files, ((Compilation.Compiled) outcome).classes(), answers));
            }
            return verdicts;
        } finally {
            TemporaryFolder.delete(classes);
        }
    }

    private Verdict ran(Grading grading, SubmittedFiles files, List<Path> classes, Map<String, String> answers)
            throws IOException, InterruptedException {
        RunRequest request = new RunRequest(
                classes,
                grading.exercise().packageName(),
                grading.results().classes(),
                files.shown(options.root()),
                grading.seed(),
                text(answers));
        try (WorkerLease worker = WorkerLease.of(pool, options.limit())) {
            return grading.exercise().kind() == Kind.CATCH
                    ? tried(grading, files, worker, request)
                    : remarked(
                            grading.ended(
                                    new DividedRun(worker, request).outcome(),
                                    files.untouched() && answers.isEmpty(),
                                    options.limit()),
                            files,
                            grading.exercise());
        }
    }

    /**
     * Changes the requests that the submission makes, one at a time, and sees whether the checks notice.
     *
     * @return what became of each change; none for a submission without code
     * @throws CannotCheck with a sentence when the submission does not pass as it is, or when nothing could be run
     */
    public List<MutantFate> mutants(Exercise exercise, Submission submission, long seed) {
        if (exercise.isAnswered()) {
            return List.of();
        }
        try {
            pool.prepare();
            Path classes = TemporaryFolder.create("dojo-classes-");
            try (WorkerLease worker = WorkerLease.of(pool, options.limit())) {
                SubmittedFiles files = SubmittedFiles.of(exercise, submission, options.root());
                return new MutantTrials(worker, mutable(exercise, files, classes, seed)).all();
            } finally {
                TemporaryFolder.delete(classes);
            }
        } catch (IOException e) {
            throw new CannotCheck(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotCheck("The check was interrupted.");
        }
    }

    private RunRequest mutable(Exercise exercise, SubmittedFiles files, Path classes, long seed) throws IOException {
        Compilation.Outcome outcome =
                new Compilation(compiler, cache, options.root()).compile(exercise, files, classes);
        if (!(outcome instanceof Compilation.Compiled compiled)) {
            throw new CannotCheck("The answer does not compile.");
        }
        return new RunRequest(
                compiled.classes(),
                exercise.packageName(),
                new Results(exercise).classes(),
                MutantTrials.asking(exercise, files).shown(options.root()),
                seed,
                "");
    }

    private static Verdict remarked(Verdict verdict, SubmittedFiles files, Exercise exercise) {
        if (!verdict.passed() || files.learner().isEmpty()) {
            return verdict;
        }
        List<Path> answers = files.learner().stream()
                .map(file -> exercise.answerFolder().resolve(file.getFileName()))
                .toList();
        Graded graded = verdict.graded();
        return new Verdict.Passes(graded.remarking(Remarks.on(files.learner(), answers, graded.checks())));
    }

    /** The learner's file is a test: it is run against everything it has to judge. */
    private Verdict tried(Grading grading, SubmittedFiles files, WorkerLease worker, RunRequest request)
            throws IOException, InterruptedException {
        Exercise exercise = grading.exercise();
        Path given = request.classes().get(request.classes().size() - 1);
        List<Path> subjects = new SubjectClasses(compiler, cache).of(exercise, given);
        TestManners.Seen seen = TestManners.of(files.paths(options.root()));
        grading.compiled();
        CatchTrial trial = new CatchTrial(worker, request);
        List<CheckResult> results = trial.judge(exercise, seen, subjects);
        return grading.tried(results, trial.stopped(), files.untouched(), options.limit());
    }

    /** Predictions come first: whoever has seen a number measured predicts no longer. */
    private static Optional<String> stillOpen(Exercise exercise, Map<String, String> answers) {
        return exercise.kind() == Kind.PREDICT
                ? AnswerSheet.of(exercise, new LinkedHashMap<>(answers)).stillOpen()
                : Optional.empty();
    }

    private Optional<Map<String, String>> answers(Exercise exercise, Submission submission, long seed)
            throws IOException {
        if (!exercise.isAnswered()) {
            return Optional.empty();
        }
        if (submission instanceof Submission.Answered given) {
            return Optional.of(given.answers());
        }
        if (submission instanceof Submission.Source source) {
            Optional<Path> script = source.script(exercise);
            if (exercise.kind() == Kind.PREDICT) {
                return script.isEmpty() ? Optional.empty() : Optional.of(AnswerFile.read(script.get()));
            }
            return script.isEmpty() || options.scripts().isEmpty()
                    ? Optional.empty()
                    : Optional.of(options.scripts().get().play(exercise, script.get(), seed));
        }
        return Optional.of(AnswerFile.of(options.root(), exercise.id()).read()).filter(found -> !found.isEmpty());
    }

    private static String text(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(answer -> answer.getKey() + "=" + answer.getValue())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        pool.close();
        compiler.close();
        cache.close();
    }
}
