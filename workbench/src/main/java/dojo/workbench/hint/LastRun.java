package dojo.workbench.hint;

import dojo.workbench.check.Verdict;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.FirstHints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the last run of an exercise failed by, and what was said about it: {@code .dojo/look/ID.run.txt}.
 *
 * <p>A convenience, so nothing is said if the file cannot be written: hints then begin with the ladder.
 */
public final class LastRun {
    private static final String FAILED = "failed ";
    private static final String TOLD = "told ";

    private final Path file;
    private final Exercise exercise;

    private LastRun(Path file, Exercise exercise) {
        this.file = file;
        this.exercise = exercise;
    }

    public static LastRun of(Exercise exercise, Path root) {
        return new LastRun(root.resolve(".dojo/look").resolve(exercise.id() + ".run.txt"), exercise);
    }

    /** Remembers a run; files that do not compile were not run, and change nothing. */
    public void remember(Verdict verdict) {
        Optional<FailedRun> failed = FailedRun.of(verdict);
        if (failed.isPresent()) {
            String sent = String.join(" ", failed.get().operations());
            write(Stream.concat(Stream.of(FAILED + failed.get().check() + " " + sent), toldLines()));
        } else if (!(verdict instanceof Verdict.DoesNotCompile)) {
            forget();
        }
    }

    /** What is to be said about the last run; empty if it passed, or there is nothing to say. */
    public Optional<FirstHints.Entry> hint() {
        return lines().stream()
                .filter(line -> line.startsWith(FAILED))
                .map(line -> List.of(line.substring(FAILED.length()).strip().split(" ")))
                .map(words -> new FailedRun(words.get(0), words.subList(1, words.size())))
                .findFirst()
                .flatMap(run -> run.hint(exercise));
    }

    /** The same, unless it was said before. */
    public Optional<FirstHints.Entry> news() {
        return hint().filter(entry -> toldLines().noneMatch((TOLD + entry.term())::equals));
    }

    /** Remembers that this was said. */
    public void told(FirstHints.Entry entry) {
        List<String> lines = new ArrayList<>(lines());
        if (!lines.contains(TOLD + entry.term())) {
            lines.add(TOLD + entry.term());
            write(lines.stream());
        }
    }

    /** As if it was never run. */
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException notThatImportant) {
            // The next run replaces it.
        }
    }

    private Stream<String> toldLines() {
        return lines().stream().filter(line -> line.startsWith(TOLD));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException nothingRemembered) {
            return List.of();
        }
    }

    private void write(Stream<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines.toList());
        } catch (IOException notThatImportant) {
            // The ladder is there all the same.
        }
    }
}
