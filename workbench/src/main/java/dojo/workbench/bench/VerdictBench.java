package dojo.workbench.bench;

import dojo.workbench.check.Checker;
import dojo.workbench.check.CheckerOptions;
import dojo.workbench.command.UsageError;
import dojo.workbench.command.Workbench;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.Screen;
import dojo.workbench.watch.Stopwatch;
import dojo.workbench.workspace.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Saves answers and starters of ten exercises in turn into a workspace of its own, and says how long the watch view took to show each
 * verdict once everything is warm.
 *
 * <p>A time alone says more about the machine than about the workbench; so the same check runs through Maven too, in
 * the same run, and the ratio is what counts.
 */
final class VerdictBench {
    private static final int EXERCISES = 10;
    private static final int WARM_UP = 4;
    private static final double PROMISED = 20;

    private final Workbench workbench;
    private final Screen screen;
    private final int saves;

    VerdictBench(Workbench workbench, int saves) {
        this.workbench = workbench;
        screen = workbench.screen();
        this.saves = saves;
    }

    int run(boolean withMaven) {
        try (Scratch scratch = Scratch.of(workbench.content())) {
            List<Exercise> exercises = Catalogue.read(scratch.home()).all().stream()
                    .filter(exercise -> !exercise.isAnswered())
                    .toList();
            if (exercises.isEmpty()) {
                throw new UsageError("There are no exercises to measure in " + workbench.content() + ".");
            }
            long median = measure(scratch.home(), spread(exercises));
            return !withMaven || compare(exercises.get(0), median) ? 0 : 1;
        } catch (IOException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    /** From the first to the last, at even distances: a learner meets them all, so none is chosen for its speed. */
    static <T> List<T> spread(List<T> all) {
        int last = Math.min(EXERCISES, all.size()) - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> all.get(last == 0 ? 0 : i * (all.size() - 1) / last))
                .toList();
    }

    private long measure(Path home, List<Exercise> exercises) throws IOException {
        List<Timing> timings = new ArrayList<>();
        long cold;
        try (Checker checker = Checker.open(CheckerOptions.of(home))) {
            long began = System.nanoTime();
            Stopwatch.on(home, exercises.get(0), checker).close();
            cold = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            for (Exercise exercise : exercises) {
                timings.add(times(home, exercise, checker));
            }
        }
        List<Long> all =
                timings.stream().flatMap(timing -> timing.millis().stream()).toList();
        report(cold, timings, all);
        return percentile(all, 50);
    }

    private record Timing(String exercise, List<Long> millis) {}

    /** Answer and starter in turn, each with a comment that nobody has seen before. */
    private Timing times(Path home, Exercise exercise, Checker checker) throws IOException {
        List<Long> millis = new ArrayList<>();
        try (Stopwatch watch = Stopwatch.on(home, exercise, checker)) {
            for (int save = 0; save < WARM_UP + saves; save++) {
                Map<Path, String> texts = new LinkedHashMap<>();
                for (Path file : exercise.learnerFiles()) {
                    Path source = save % 2 == 0
                            ? exercise.answerFolder().resolve(file.getFileName())
                            : exercise.starterOf(file);
                    texts.put(file, Files.readString(source) + "// " + save + "\n");
                }
                Stopwatch.Timed timed = watch.save(texts);
                if (save >= WARM_UP) {
                    millis.add(timed.millis());
                }
            }
        }
        return new Timing(exercise.id(), millis);
    }

    private void report(long cold, List<Timing> timings, List<Long> all) {
        screen.print(String.format(
                Locale.ROOT,
                "From a save to its verdict in the watch view: %d exercises, %d saves each, answers and starters in turn",
                timings.size(),
                saves));
        for (Timing timing : timings) {
            row(timing.exercise(), timing.millis());
        }
        row("all of them", all);
        screen.print(String.format(Locale.ROOT, "  %-28s %6d ms", "first verdict, cold", cold));
    }

    private void row(String name, List<Long> millis) {
        screen.print(String.format(
                Locale.ROOT,
                "  %-28s %6d ms median, %6d ms 95th percentile",
                name,
                percentile(millis, 50),
                percentile(millis, 95)));
    }

    /** Whether Maven takes as many times longer as is promised; also if it cannot be asked. */
    private boolean compare(Exercise exercise, long median) {
        Optional<Long> maven = new MavenRun(workbench.content()).millis(exercise);
        if (maven.isEmpty()) {
            screen.print(String.format(
                    Locale.ROOT,
                    "  Maven was not measured: ./mvnw -o could not run the checks of %s offline.",
                    exercise.id()));
            return true;
        }
        double ratio = (double) maven.get() / Math.max(1, median);
        screen.print(String.format(
                Locale.ROOT, "  %-28s %6d ms   (%s)", "./mvnw -o -q test, one check", maven.get(), exercise.id()));
        screen.print(String.format(
                Locale.ROOT, "  %-28s %6.1f x   (at least %.0f)", "ratio to the median", ratio, PROMISED));
        return ratio >= PROMISED;
    }

    private static long percentile(List<Long> millis, int percent) {
        List<Long> sorted = millis.stream().sorted().toList();
        int index = (int) Math.ceil(percent / 100.0 * sorted.size()) - 1;
        return sorted.get(Math.max(0, index));
    }
}
