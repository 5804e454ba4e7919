package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts an exercise back to its starter, after keeping the attempt under {@code .dojo/archive/ID/N/}. */
public final class Attempts {
    private final Path root;
    private final Path archive;
    private final Runnable meanwhile;

    private Attempts(Path root, Runnable meanwhile) {
        this.root = root;
        this.meanwhile = meanwhile;
        archive = root.resolve(".dojo/archive");
    }

    public static Attempts in(Path root) {
        return new Attempts(root, () -> {});
    }

    /** @param meanwhile what somebody else does between keeping the attempt and restoring the starter */
    static Attempts in(Path root, Runnable meanwhile) {
        return new Attempts(root, meanwhile);
    }

    /**
     * Archives what differs from the starter, then restores the starter; in a workspace the given files and the visible
     * checks too. What is saved in that very moment stays where it was saved: nothing is ever written over.
     *
     * @return where the attempt is kept; empty if there was nothing to keep
     * @throws IOException before anything was moved, if the attempt cannot be archived
     */
    public Optional<Path> reset(Exercise exercise) throws IOException {
        Map<Path, Path> fresh = new LinkedHashMap<>();
        try {
            // First what may fail for want of room: moving needs none.
            for (Map.Entry<Path, Path> file : changed(exercise).entrySet()) {
                Files.createDirectories(file.getKey().getParent());
                Path copy = Files.createTempFile(file.getKey().getParent(), ".restore", ".tmp");
                fresh.put(file.getKey(), copy);
                Files.copy(file.getValue(), copy, StandardCopyOption.REPLACE_EXISTING);
            }
            Optional<Path> kept = keep(exercise, fresh.keySet());
            meanwhile.run();
            for (Map.Entry<Path, Path> file : fresh.entrySet()) {
                restore(file.getValue(), file.getKey());
            }
            return kept;
        } finally {
            for (Path copy : fresh.values()) {
                Files.deleteIfExists(copy);
            }
        }
    }

    /** Moved, not copied: what is saved later is a file of its own, which nothing is written over. */
    private Optional<Path> keep(Exercise exercise, Set<Path> changed) throws IOException {
        List<Path> written = Stream.concat(changed.stream(), Stream.of(answers(exercise)))
                .filter(Files::exists)
                .toList();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Path folder = fresh(exercise.id());
        for (Path file : written) {
            Files.move(file, free(folder, file.getFileName().toString()));
        }
        return Optional.of(folder);
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
            } catch (FileAlreadyExistsException e) {
                // Taken; the next number.
            }
        }
    }

    /** Unless somebody has saved a file there by now: it is newer than the attempt, and it is theirs. */
    private static void restore(Path copy, Path file) throws IOException {
        try {
            link(copy, file);
        } catch (FileAlreadyExistsException saved) {
            // It stays.
        }
    }

    /** A link refuses to replace; a move looks whether there is a file, and replaces what comes after the look. */
    private static void link(Path copy, Path file) throws IOException {
        try {
            Files.createLink(file, copy);
        } catch (FileAlreadyExistsException saved) {
            throw saved;
        } catch (UnsupportedOperationException | FileSystemException withoutLinks) {
            Files.move(copy, file);
        }
    }
}
