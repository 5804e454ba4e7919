package dojo.workbench.command;

import dojo.workbench.check.Checker;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.gate.Finding;
import dojo.workbench.gate.Gate;
import dojo.workbench.gate.MutantGate;
import dojo.workbench.gate.MutantReport;
import dojo.workbench.gate.Mutated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dojo gate}: the author's check over all content; 0 when every promise holds, 1 when one does not. */
@Command(
        name = "gate",
        description =
                "For authors: every starter fails as stated, every answer passes, every wrong answer is rejected.")
public final class GateCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Exercises; without one, all of them.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--untouched", description = "Also demand that every file to edit is still its starter.")
    private boolean untouched;

    @Option(
            names = "--mutants",
            description =
                    "Instead: put one mistake after the other into the requests of the answers; checks must notice.")
    private boolean mutants;

    @Option(names = "--output", paramLabel = "FILE", description = "With --mutants: write a page about it.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--times", description = "Also tell how long the verdicts took, and where the time went.")
    private boolean times;

    public GateCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        if (output.isPresent() && !mutants) {
            throw new UsageError("--output belongs to --mutants; add it, or leave both out.");
        }
        return judge(workbench.atContent("The gate"));
    }

    private int judge(Workbench workbench) {
        Catalogue catalogue = workbench.catalogue();
        List<String> chosen =
                ids.stream().map(id -> workbench.exercise(catalogue, id).id()).toList();
        int workers = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        try (Checker checker = Checker.open(workbench.checkerOptions().withWorkers(workers))) {
            if (mutants) {
                return report(
                        MutantGate.over(workbench.root(), checker, workers).judge(chosen, this::tell));
            }
            Gate gate = Gate.over(workbench.root(), checker, workers);
            if (untouched) {
                gate.alsoUntouched();
            }
            int code = report(gate.judge(chosen, this::tell), "Every promise holds.");
            if (times) {
                gate.times().lines().forEach(workbench.screen()::say);
            }
            return code;
        }
    }

    private void tell(Gate.Judged judged) {
        workbench
                .screen()
                .say(judged.exercise() + ": " + (judged.findings() == 0 ? "holds" : count(judged.findings())));
    }

    private void tell(Mutated mutated) {
        String what = mutated.fates().isEmpty()
                ? "no requests of its own"
                : mutated.made() + " mutants, " + mutated.rejected() + " rejected, " + mutated.millis() + " ms";
        workbench.screen().say(mutated.exercise() + ": " + what);
        mutated.survivors().forEach(survivor -> workbench.screen().say("  " + survivor));
    }

    private int report(List<Mutated> all) {
        output.ifPresent(file -> write(file, MutantReport.of(all)));
        List<Finding> findings = all.stream()
                .flatMap(mutated -> mutated.findings().stream()
                        .map(sentence -> new Finding(mutated.exercise(), "mutants", sentence)))
                .toList();
        return report(findings, "Every survivor is justified.");
    }

    private void write(Path file, String page) {
        try {
            Files.writeString(file, page);
            workbench.screen().say("The page is in " + file + ".");
        } catch (IOException e) {
            throw new UsageError(
                    "Cannot write " + file + " (" + e.getMessage() + "); name a file that can be written.");
        }
    }

    private int report(List<Finding> findings, String good) {
        if (findings.isEmpty()) {
            workbench.screen().say(good);
            return 0;
        }
        findings.forEach(finding -> workbench.screen().error(finding.toString()));
        workbench.screen().error(count(findings.size()) + "; mend the content, or the check that is too strict.");
        return 1;
    }

    private static String count(int findings) {
        return findings == 1 ? "1 finding" : findings + " findings";
    }
}
