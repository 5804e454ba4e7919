package dojo.workbench.worker;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Folders that are deleted with all that is in them. */
public final class TemporaryFolder {
    private TemporaryFolder() {}

    /**
     * A new folder in the system's temporary folder.
     *
     * @throws IOException with a sentence that names the property which moves it
     */
    public static Path create(String prefix) throws IOException {
        try {
            return Files.createTempDirectory(RunFolder.get(), prefix);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot write into the temporary folder " + System.getProperty("java.io.tmpdir") + " ("
                            + e.getMessage() + "); name another one with -Djava.io.tmpdir=….",
                    e);
        }
    }

    /** Deletes what can be deleted; what a process still holds is left to the operating system. */
    public static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Deleting());
        } catch (IOException e) {
            // Left over in the temporary folder, where leftovers belong.
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return gone(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException e) {
            return gone(folder);
        }

        private static FileVisitResult gone(Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // In use on Windows; the folder stays.
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
