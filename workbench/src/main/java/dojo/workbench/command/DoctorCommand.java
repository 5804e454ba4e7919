package dojo.workbench.command;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code dojo doctor}: what is wrong with this machine, and what mends it. */
@Command(name = "doctor", description = "Find what is wrong with this machine, and the fix.")
public final class DoctorCommand implements Callable<Integer> {
    private final Workbench workbench;

    public DoctorCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new Examination(workbench.root()).findings();
        findings.forEach(this::print);
        return findings.stream().allMatch(Finding::fine) ? 0 : 1;
    }

    private void print(Finding finding) {
        Line sign = finding.fine() ? Line.of(Tone.GOOD, "ok    ") : Line.of(Tone.BAD, "wrong ");
        Line line = sign.and(Tone.TITLE, finding.subject() + ": ").and(finding.seen());
        workbench.screen().print(line.wrap(workbench.screen().width(), 6));
        finding.fix()
                .ifPresent(fix -> workbench
                        .screen()
                        .print(Line.of(Tone.NOTE, "fix   ")
                                .and(fix)
                                .wrap(workbench.screen().width(), 6)));
    }
}
