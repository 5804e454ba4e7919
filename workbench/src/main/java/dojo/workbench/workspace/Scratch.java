package dojo.workbench.workspace;

import dojo.workbench.exercise.Places;
import dojo.workbench.worker.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The exercises of a workspace for a while, in which saves hurt nobody; deleted when it is closed. */
public record Scratch(Path home) implements AutoCloseable {

    /** A new one with every exercise of that content, as the learner of the checkout has it now. */
    public static Scratch of(Path content) throws IOException {
        Scratch scratch = new Scratch(TemporaryFolder.create("dojo-scratch-"));
        try {
            scratch.fill(Places.of(content));
            return scratch;
        } catch (IOException e) {
            scratch.close();
            throw e;
        }
    }

    private void fill(Places content) throws IOException {
        copy(content.contentMain(), home.resolve("src/main/java"));
        copy(content.contentTests(), home.resolve("src/test/java"));
        Files.createDirectories(home.resolve(".dojo"));
        Files.writeString(home.resolve(Places.MARKER), Places.MARKER_HEADER + Places.VERSION + "\n");
        Files.writeString(home.resolve(Places.CONTENT), content.content() + "\n");
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(from)) {
            paths = walk.toList();
        }
        for (Path path : paths) {
            Path copy = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(path, copy);
            }
        }
    }

    @Override
    public void close() {
        TemporaryFolder.delete(home);
    }
}
