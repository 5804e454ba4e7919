package dojo.workbench.command;

import dojo.workbench.check.CannotCheck;
import dojo.workbench.check.Checker;
import dojo.workbench.check.CheckerOptions;
import dojo.workbench.check.Pointer;
import dojo.workbench.check.Recording;
import dojo.workbench.check.Submission;
import dojo.workbench.check.Verdict;
import dojo.workbench.check.VerdictJson;
import dojo.workbench.editor.LastLook;
import dojo.workbench.evidence.Checked;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import dojo.workbench.golf.GolfView;
import dojo.workbench.golf.KeptAnswers;
import dojo.workbench.hint.LastRun;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.VerdictView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dojo check}: grades; 0 when all pass, 1 when some do not, 2 when it makes no sense. */
@Command(name = "check", description = "Grade exercises: the current one, those named, or all.")
public final class CheckCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Map<String, String> environment;
    private final InstantSource clock;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Exercises; without one, the current exercise.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--all", description = "Every exercise, whatever fails on the way.")
    private boolean all;

    @Option(
            names = "--source",
            paramLabel = "DIR",
            description = "Files that take the place of yours: a source root, or a folder with the files themselves.")
    private @Nullable Path source;

    @Option(names = "--seed", paramLabel = "N", description = "Replays the same inputs (default 1).")
    private long seed = 1;

    @Option(names = "--json", description = "One verdict a line.")
    private boolean json;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            description = "How long the checks of one exercise may run (default 10).")
    private @Nullable Integer limit;

    @Option(
            names = "--within",
            paramLabel = "SECONDS",
            description = "Begins no further exercise when so much time has passed; what is left does not pass.")
    private @Nullable Integer within;

    @Mixin
    private CheckEvidence evidence = new CheckEvidence();

    public CheckCommand(Workbench workbench) {
        this(workbench, System.getenv(), InstantSource.system());
    }

    CheckCommand(Workbench workbench, Map<String, String> environment, InstantSource clock) {
        this.workbench = workbench;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = workbench.catalogue();
        Submission submission = submission();
        List<Exercise> chosen = chosen(catalogue, submission);
        boolean broken = everything() && !catalogue.problems().isEmpty();
        if (broken) {
            catalogue.problems().forEach(problem -> workbench.screen().error(problem.sentence()));
        }
        List<Checked> results = new ArrayList<>();
        Instant end = within == null ? Instant.MAX : clock.instant().plusSeconds(positive("--within", within));
        try (Checker checker = Checker.open(options())) {
            for (Exercise exercise : chosen) {
                results.add(
                        clock.instant().isBefore(end)
                                ? check(checker, exercise, submission)
                                : notChecked(exercise, "The " + within + " seconds of --within were over."));
            }
        }
        evidence.write(results, environment);
        return !broken && results.stream().allMatch(Checked::passed) ? 0 : 1;
    }

    private CheckerOptions options() {
        CheckerOptions options = workbench.checkerOptions();
        return limit == null ? options : options.withLimit(Duration.ofSeconds(positive("--limit", limit)));
    }

    private static int positive(String option, int seconds) {
        if (seconds < 1) {
            throw new UsageError(option + " " + seconds + " is no time to wait; give a number of seconds from 1.");
        }
        return seconds;
    }

    private Screen screen() {
        return evidence.ci() ? workbench.screen().plain() : workbench.screen();
    }

    private Submission submission() {
        if (source == null) {
            return Submission.learner();
        }
        if (!Files.isDirectory(source)) {
            throw new UsageError("--source " + source + " is no folder; give a source root such as"
                    + " solutions/src/main/java, or the folder of one answer.");
        }
        if (!Files.isReadable(source)) {
            throw new UsageError("--source " + source + " cannot be read; check its permissions.");
        }
        return Submission.source(source.toAbsolutePath().normalize());
    }

    private List<Exercise> chosen(Catalogue catalogue, Submission submission) {
        if (all && !ids.isEmpty()) {
            throw new UsageError("Give ids or --all, not both.");
        }
        return everything() ? covered(catalogue, submission) : named(catalogue, submission);
    }

    private List<Exercise> covered(Catalogue catalogue, Submission submission) {
        List<Exercise> covered = catalogue.all().stream()
                .filter(exercise -> covers(submission, exercise))
                .toList();
        if (covered.isEmpty()) {
            throw new UsageError(
                    source == null
                            ? "There are no exercises in " + workbench.root() + "."
                            : "--source " + source + " holds no file of any exercise.");
        }
        return covered;
    }

    private List<Exercise> named(Catalogue catalogue, Submission submission) {
        List<Exercise> named = ids.isEmpty()
                ? List.of(workbench.current(catalogue))
                : ids.stream()
                        .map(id -> workbench.exercise(catalogue, id))
                        .distinct()
                        .toList();
        Optional<Exercise> missing =
                named.stream().filter(exercise -> !covers(submission, exercise)).findFirst();
        if (missing.isPresent()) {
            throw new UsageError("--source " + source + " holds nothing for "
                    + missing.get().id() + "; it needs " + wanted(missing.get()) + ", there or below "
                    + missing.get().packagePath() + ".");
        }
        return named;
    }

    private static boolean covers(Submission submission, Exercise exercise) {
        return !(submission instanceof Submission.Source given) || given.covers(exercise);
    }

    private static String wanted(Exercise exercise) {
        return exercise.isAnswered()
                ? exercise.answerName()
                : exercise.learnerFiles().get(0).getFileName().toString();
    }

    private boolean everything() {
        return all || (evidence.ci() && ids.isEmpty());
    }

    private Checked check(Checker checker, Exercise exercise, Submission submission) {
        try {
            Verdict verdict = checker.check(exercise, submission, seed);
            if (json) {
                screen().print(VerdictJson.of(verdict, Optional.ofNullable(source)));
            } else {
                Screen screen = screen();
                screen.print(VerdictView.lines(verdict, workbench.root(), screen.width(), Optional.ofNullable(source)));
            }
            if (source == null && !evidence.ci()) {
                record(exercise, verdict);
                LastLook.at(workbench.root(), exercise.id()).remember(Pointer.of(verdict));
                LastRun.of(exercise, workbench.root()).remember(verdict);
                KeptAnswers.in(workbench.root()).keep(exercise, verdict);
                tellWhatToEdit(exercise, verdict);
            }
            return Checked.of(exercise, verdict);
        } catch (CannotCheck e) {
            return notChecked(exercise, String.valueOf(e.getMessage()));
        }
    }

    private Checked notChecked(Exercise exercise, String why) {
        screen().error(exercise.id() + ": " + why);
        if (json) {
            screen().print(VerdictJson.notChecked(exercise.id(), why));
        }
        return Checked.not(exercise, why);
    }

    private void record(Exercise exercise, Verdict verdict) {
        Progress noted = workbench.progress().update(progress -> Recording.of(progress, exercise, verdict));
        if (!json) {
            Screen screen = workbench.screen();
            screen.print(GolfView.after(verdict, exercise, noted, screen.width()));
        }
    }

    private void tellWhatToEdit(Exercise exercise, Verdict verdict) {
        if (!json && !verdict.passed()) {
            exercise.learnerFiles()
                    .forEach(file ->
                            workbench.screen().say("edit " + workbench.root().relativize(file)));
        }
    }
}
