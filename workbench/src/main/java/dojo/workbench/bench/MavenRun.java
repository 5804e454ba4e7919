package dojo.workbench.bench;

import dojo.workbench.exercise.Exercise;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The visible check of one exercise, run by Maven as somebody without the workbench would. */
final class MavenRun {
    private final Path root;

    MavenRun(Path root) {
        this.root = root;
    }

    /** How long the second run took, the first having compiled everything; empty if Maven ran no check. */
    Optional<Long> millis(Exercise exercise) {
        String file = exercise.visibleChecks().get(0).getFileName().toString();
        List<String> command = List.of(
                root.resolve(windows() ? "mvnw.cmd" : "mvnw").toString(),
                "-o",
                "-q",
                "-B",
                "-pl",
                "exercises",
                "-am",
                "test",
                "-DskipTests=false",
                "-Dtest=" + file.replace(".java", ""),
                "-Dsurefire.failIfNoSpecifiedTests=false");
        return once(command).isEmpty() ? Optional.empty() : once(command);
    }

    private Optional<Long> once(List<String> command) {
        try {
            Path log = Files.createTempFile("dojo-bench", ".log");
            try {
                long began = System.nanoTime();
                new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                String said = Files.readString(log, StandardCharsets.UTF_8);
                // A starter fails its check, and so does Maven; what matters is that the check ran.
                return said.isBlank() || said.contains("Tests run:") ? Optional.of(millis) : Optional.empty();
            } finally {
                Files.deleteIfExists(log);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
