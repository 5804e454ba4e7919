package dojo.workbench.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the last verdict on an exercise pointed: {@code .dojo/look/ID.txt}. A convenience: nothing is said if it fails. */
public final class LastLook {
    private final Path file;

    private LastLook(Path file) {
        this.file = file;
    }

    public static LastLook at(Path root, String exerciseId) {
        return new LastLook(root.resolve(".dojo/look").resolve(exerciseId + ".txt"));
    }

    /** Remembers a place, {@code path:line}, or that there is none any more. */
    public void remember(Optional<String> where) {
        try {
            if (where.isPresent()) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, where.get() + "\n");
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException notThatImportant) {
            // The editor then opens where the code begins.
        }
    }

    public Optional<String> where() {
        try {
            return Optional.of(Files.readString(file).strip()).filter(place -> !place.isEmpty());
        } catch (IOException nothingRemembered) {
            return Optional.empty();
        }
    }
}
