package dojo.workbench.command;

import dojo.lab.bill.Bill;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.exercise.SourceText;
import dojo.workbench.exercise.Variant;
import dojo.workbench.golf.AnswersView;
import dojo.workbench.screen.BillView;
import dojo.workbench.screen.ExerciseView;
import dojo.workbench.screen.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dojo solution}: the answer, once it was earned or asked for in so many words. */
@Command(name = "solution", description = "The answer: after you passed, or with --anyway.")
public final class SolutionCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The exercise; without one, the current exercise.")
    private @Nullable String id;

    @Option(names = "--anyway", description = "Show it before you passed; the exercise is then marked as assisted.")
    private boolean anyway;

    public SolutionCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Exercise exercise = workbench.exerciseOrCurrent(workbench.catalogue(), id);
        Progress progress = workbench.progress().read();
        boolean earned = progress.hasPassed(exercise);
        if (!earned && !anyway && !progress.wasAssisted(exercise)) {
            workbench
                    .screen()
                    .error("The solution of " + exercise.id() + " is sealed until you pass. ./dojo hint "
                            + exercise.id()
                            + " says more; ./dojo solution " + exercise.id()
                            + " --anyway shows it and marks the exercise as assisted.");
            return 1;
        }
        if (!earned && anyway) {
            workbench.progress().update(now -> now.withAssisted(exercise.id()));
        }
        return show(exercise);
    }

    private int show(Exercise exercise) {
        for (Path file : answers(exercise)) {
            try {
                String text = String.join("\n", SourceText.lines(file));
                workbench.screen().print(workbench.shown(file) + "\n\n" + text.stripTrailing() + "\n");
            } catch (IOException e) {
                workbench
                        .screen()
                        .error("The answer of " + exercise.id() + " cannot be read: " + e.getMessage()
                                + "; git checkout -- solutions in " + workbench.content() + " brings it back.");
                return 1;
            }
        }
        bills(exercise);
        others(exercise);
        workbench
                .screen()
                .print(ExerciseView.afterwards(exercise, workbench.screen().width()));
        return 0;
    }

    /** What the answer costs, and what yours did at best; the others take a run. */
    private void bills(Exercise exercise) {
        if (exercise.par().equals(Bill.ZERO)) {
            return;
        }
        int width = workbench.screen().width();
        var lines = new ArrayList<>(Line.of("This answer costs ")
                .and(BillView.oneLine(exercise.par()))
                .wrap(width));
        workbench
                .progress()
                .read()
                .best(exercise)
                .ifPresent(best -> lines.addAll(
                        Line.of("Your best cost ").and(BillView.oneLine(best)).wrap(width)));
        lines.add(Line.EMPTY);
        workbench.screen().print(lines);
    }

    /** Other right answers, each with its idea; their bills take a run, so golf has them. */
    private void others(Exercise exercise) {
        try {
            List<Variant> others = Variant.alsoRight(workbench.content(), exercise);
            if (!others.isEmpty()) {
                workbench
                        .screen()
                        .print(AnswersView.ideas(
                                exercise,
                                others,
                                workbench.content(),
                                workbench.screen().width()));
            }
        } catch (IOException notAtHand) {
            // The answer itself was shown.
        }
    }

    private static List<Path> answers(Exercise exercise) {
        return exercise.isAnswered()
                ? List.of(exercise.answerFolder().resolve(exercise.answerName()))
                : exercise.learnerFiles().stream()
                        .map(file -> exercise.answerFolder().resolve(file.getFileName()))
                        .toList();
    }
}
