package dojo.workbench.bench;

import dojo.workbench.check.Checker;
import dojo.workbench.check.Millis;
import dojo.workbench.check.Submission;
import dojo.workbench.check.Verdict;
import dojo.workbench.command.UsageError;
import dojo.workbench.command.Workbench;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.screen.Screen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Grades answers and starters in turn, as saves would, and says how long a verdict took once everything is warm.
 *
 * <p>A time alone says more about the machine than about the workbench; so the same check runs through Maven too, in
 * the same run, and the ratio is what counts.
 */
final class VerdictBench {
    private static final int WARM_UP_ROUNDS = 3;

    private final Workbench workbench;
    private final Screen screen;
    private final int rounds;

    VerdictBench(Workbench workbench, int rounds) {
        this.workbench = workbench;
        screen = workbench.screen();
        this.rounds = rounds;
    }

    int run(boolean withMaven) {
        List<Exercise> exercises = workbench.catalogue().all().stream()
                .filter(exercise -> !exercise.isAnswered())
                .toList();
        if (exercises.isEmpty()) {
            throw new UsageError("There are no exercises to measure in " + workbench.root() + ".");
        }
        long cold;
        List<Millis> warm = new ArrayList<>();
        try (Checker checker = Checker.open(workbench.checkerOptions())) {
            cold = round(checker, exercises.subList(0, 1)).get(0).total();
            for (int i = 0; i < WARM_UP_ROUNDS; i++) {
                round(checker, exercises);
            }
            for (int i = 0; i < rounds; i++) {
                warm.addAll(round(checker, exercises));
            }
        }
        report(exercises.size(), cold, warm);
        if (withMaven) {
            compare(exercises.get(0), percentile(warm, Millis::total, 50));
        }
        return 0;
    }

    private List<Millis> round(Checker checker, List<Exercise> exercises) {
        List<Millis> times = new ArrayList<>();
        Path solutions = workbench.root().resolve("solutions/src/main/java");
        Path starters = workbench.root().resolve("exercises/src/starter/java");
        for (Exercise exercise : exercises) {
            for (Path source : List.of(solutions, starters)) {
                Verdict verdict = checker.check(exercise, Submission.source(source), 1);
                times.add(verdict.graded().millis());
            }
        }
        return times;
    }

    private void report(int exercises, long cold, List<Millis> warm) {
        screen.print(String.format(
                Locale.ROOT,
                "Save to verdict, %d exercises, answers and starters in turn, %d verdicts:",
                exercises,
                warm.size()));
        screen.print(String.format(Locale.ROOT, "  first, with a process to start   %6d ms", cold));
        row("warm: median", warm, 50);
        row("warm: 95th percentile", warm, 95);
    }

    private void row(String name, List<Millis> warm, int percent) {
        screen.print(String.format(
                Locale.ROOT,
                "  %-32s %6d ms   (compile %d ms, run %d ms)",
                name,
                percentile(warm, Millis::total, percent),
                percentile(warm, Millis::compile, percent),
                percentile(warm, Millis::run, percent)));
    }

    private void compare(Exercise exercise, long median) {
        Optional<Long> maven = new MavenRun(workbench.root()).millis(exercise);
        if (maven.isEmpty()) {
            screen.print(String.format(
                    Locale.ROOT,
                    "  Maven was not measured: ./mvnw -o could not run the checks of %s offline.",
                    exercise.id()));
            return;
        }
        screen.print(String.format(
                Locale.ROOT, "  ./mvnw -o -q test, same check    %6d ms   (%s)", maven.get(), exercise.id()));
        screen.print(String.format(
                Locale.ROOT, "  ratio                            %6.1f x", (double) maven.get() / Math.max(1, median)));
    }

    private static long percentile(List<Millis> times, ToLongFunction<Millis> part, int percent) {
        long[] sorted = times.stream().mapToLong(part).sorted().toArray();
        int index = (int) Math.ceil(percent / 100.0 * sorted.length) - 1;
        return sorted[Math.max(0, index)];
    }
}
