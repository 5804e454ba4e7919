package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts an exercise back to its starter, after keeping the attempt under {@code .dojo/archive/ID/N/}. */
public final class Attempts {
    private final Path archive;

    private Attempts(Path archive) {
        this.archive = archive;
    }

    public static Attempts in(Path root) {
        return new Attempts(root.resolve(".dojo/archive"));
    }

    /**
     * Archives what differs from the starter, then restores the starter.
     *
     * @return where the attempt is kept; empty if there was nothing to keep
     * @throws IOException before anything was overwritten, if the attempt cannot be archived
     */
    public Optional<Path> reset(Exercise exercise) throws IOException {
        List<Path> changed = changed(exercise);
        Optional<Path> kept = Optional.empty();
        List<Path> written = Stream.concat(changed.stream(), Stream.of(answers(exercise)))
                .filter(Files::exists)
                .toList();
        if (!written.isEmpty()) {
            Path folder = fresh(exercise.id());
            for (Path file : written) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
            kept = Optional.of(folder);
        }
        for (Path file : changed) {
            restore(exercise.starterOf(file), file);
        }
        Files.deleteIfExists(answers(exercise));
        return kept;
    }

    /** Whether every learner's file is the starter's, line ends aside. */
    public static boolean untouched(Exercise exercise) throws IOException {
        return changed(exercise).isEmpty();
    }

    private static List<Path> changed(Exercise exercise) throws IOException {
        List<Path> changed = new java.util.ArrayList<>();
        for (Path file : exercise.learnerFiles()) {
            if (!Files.exists(file) || !SameText.of(file, exercise.starterOf(file))) {
                changed.add(file);
            }
        }
        return changed;
    }

    private Path answers(Exercise exercise) {
        return archive.resolveSibling("answers").resolve(exercise.id() + ".txt");
    }

    /** The next free number; creating it is the claim, so two resets at once never share one. */
    private Path fresh(String id) throws IOException {
        Path parent = Files.createDirectories(archive.resolve(id));
        for (int number = 1; ; number++) {
            try {
                return Files.createDirectory(parent.resolve(Integer.toString(number)));
            } catch (java.nio.file.FileAlreadyExistsException e) {
                // Taken; the next number.
            }
        }
    }

    private static void restore(Path starter, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), ".restore", ".tmp");
        try {
            Files.copy(starter, fresh, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
