package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts an exercise back to its starter, after keeping the attempt under {@code .dojo/archive/ID/N/}. */
public final class Attempts {
    private final Path root;
    private final Path archive;

    private Attempts(Path root) {
        this.root = root;
        archive = root.resolve(".dojo/archive");
    }

    public static Attempts in(Path root) {
        return new Attempts(root);
    }

    /**
     * Archives what differs from the starter, then restores the starter; in a workspace the given files and the visible
     * checks too.
     *
     * @return where the attempt is kept; empty if there was nothing to keep
     * @throws IOException before anything was overwritten, if the attempt cannot be archived
     */
    public Optional<Path> reset(Exercise exercise) throws IOException {
        Map<Path, Path> changed = changed(exercise);
        Optional<Path> kept = Optional.empty();
        List<Path> written = Stream.concat(changed.keySet().stream(), Stream.of(answers(exercise)))
                .filter(Files::exists)
                .toList();
        if (!written.isEmpty()) {
            Path folder = fresh(exercise.id());
            for (Path file : written) {
                Files.copy(file, free(folder, file.getFileName().toString()));
            }
            kept = Optional.of(folder);
        }
        for (Map.Entry<Path, Path> file : changed.entrySet()) {
            restore(file.getValue(), file.getKey());
        }
        Files.deleteIfExists(answers(exercise));
        return kept;
    }

    /** Whether every learner's file is the starter's, line ends aside. */
    public static boolean untouched(Exercise exercise) throws IOException {
        for (Path file : exercise.learnerFiles()) {
            if (differs(file, exercise.starterOf(file))) {
                return false;
            }
        }
        return true;
    }

    /** Files that are not as they came, each with its pristine copy. */
    private Map<Path, Path> changed(Exercise exercise) throws IOException {
        Map<Path, Path> pristine = new LinkedHashMap<>();
        exercise.learnerFiles().forEach(file -> pristine.put(file, exercise.starterOf(file)));
        Places.of(root).given(exercise).forEach(pristine::putIfAbsent);
        Map<Path, Path> changed = new LinkedHashMap<>();
        for (Map.Entry<Path, Path> file : pristine.entrySet()) {
            if (differs(file.getKey(), file.getValue())) {
                changed.put(file.getKey(), file.getValue());
            }
        }
        return changed;
    }

    private static boolean differs(Path file, Path pristine) throws IOException {
        return !Files.exists(file) || !SameText.of(file, pristine);
    }

    private Path answers(Exercise exercise) {
        return archive.resolveSibling("answers").resolve(exercise.id() + ".txt");
    }

    /** A class and its test can each have a {@code package-info.java}. */
    private static Path free(Path folder, String name) {
        Path free = folder.resolve(name);
        for (int number = 2; Files.exists(free); number++) {
            free = folder.resolve(number + "-" + name);
        }
        return free;
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
            Files.copy(starter, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
