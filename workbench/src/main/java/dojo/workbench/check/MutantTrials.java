package dojo.workbench.check;

import com.fasterxml.jackson.databind.JsonNode;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.mutant.Mutant;
import dojo.workbench.worker.MutantJson;
import dojo.workbench.worker.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the checks once for every change that can be made to the requests of a submission. Not thread-safe. */
final class MutantTrials {
    private final WorkerLease worker;
    private final RunRequest request;

    MutantTrials(WorkerLease worker, RunRequest request) {
        this.worker = worker;
        this.request = request;
    }

    /**
     * Whose requests are changed: those of the submission; where that is a test, those of the given implementation; where it
     * is a design, those that given classes and checks send for it.
     */
    static SubmittedFiles asking(Exercise exercise, SubmittedFiles submitted) {
        return switch (exercise.kind()) {
            case CATCH -> new SubmittedFiles(exercise.givenFiles(), false);
            case DESIGN ->
                new SubmittedFiles(
                        Stream.of(
                                        submitted.learner(),
                                        exercise.givenFiles(),
                                        exercise.visibleChecks(),
                                        exercise.hiddenChecks())
                                .flatMap(List::stream)
                                .toList(),
                        false);
            default -> submitted;
        };
    }

    /**
     * What becomes of each change, in the order in which the checks come by.
     *
     * @throws CannotCheck if the submission does not pass as it is
     */
    List<MutantFate> all() throws InterruptedException {
        Exchange.Outcome plain = worker.run(request.with(Mutant.NONE));
        if (!(plain instanceof Exchange.Outcome.Done done) || failed(done).isPresent()) {
            throw new CannotCheck("The answer does not pass as it is; see ./dojo gate first.");
        }
        List<MutantFate> fates = new ArrayList<>();
        for (JsonNode seen : done.last().path("seen")) {
            Mutant mutant = MutantJson.of(seen);
            fates.add(fate(mutant, worker.run(request.with(mutant)), traces(done)));
        }
        return fates;
    }

    private static MutantFate fate(Mutant mutant, Exchange.Outcome outcome, List<String> plain) {
        if (outcome instanceof Exchange.Outcome.Late) {
            return new MutantFate(mutant, MutantFate.Ending.REJECTED, "no end in time", false);
        }
        if (!(outcome instanceof Exchange.Outcome.Done done)) {
            return new MutantFate(mutant, MutantFate.Ending.REJECTED, "the process ended", false);
        }
        if (done.last().path("invalid").asBoolean()) {
            return new MutantFate(mutant, MutantFate.Ending.INVALID, "", false);
        }
        if (!done.last().path("applied").asBoolean()) {
            return new MutantFate(mutant, MutantFate.Ending.UNREACHED, "", false);
        }
        return failed(done)
                .map(check -> new MutantFate(mutant, MutantFate.Ending.REJECTED, check, false))
                .orElseGet(() -> new MutantFate(
                        mutant, MutantFate.Ending.SURVIVED, "", traces(done).equals(plain)));
    }

    private static Optional<String> failed(Exchange.Outcome.Done done) {
        return done.checks().stream()
                .filter(check -> !check.path("passed").asBoolean())
                .map(check -> check.path("name").asText())
                .findFirst();
    }

    private static List<String> traces(Exchange.Outcome.Done done) {
        return done.checks().stream()
                .map(check -> check.path("report").path("dojo.trace").asText())
                .toList();
    }
}
