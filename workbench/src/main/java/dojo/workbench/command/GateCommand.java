package dojo.workbench.command;

import dojo.workbench.check.Checker;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.gate.Finding;
import dojo.workbench.gate.Gate;
import java.util.ArrayList;
import java.util.List;
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

    @Option(names = "--times", description = "Also tell how long the verdicts took, and where the time went.")
    private boolean times;

    public GateCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        return judge(workbench.atContent("The gate"));
    }

    private int judge(Workbench workbench) {
        Catalogue catalogue = workbench.catalogue();
        List<String> chosen =
                ids.stream().map(id -> workbench.exercise(catalogue, id).id()).toList();
        int workers = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        try (Checker checker = Checker.open(workbench.checkerOptions().withWorkers(workers))) {
            Gate gate = Gate.over(workbench.root(), checker, workers);
            if (untouched) {
                gate.alsoUntouched();
            }
            int code = report(gate.judge(chosen, this::tell));
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

    private int report(List<Finding> findings) {
        if (findings.isEmpty()) {
            workbench.screen().say("Every promise holds.");
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
