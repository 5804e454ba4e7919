package dojo.workbench.exercise;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Copies of the fixture catalogue, to be spoilt. */
public final class Trees {
    private Trees() {}

    public static void copyFixtures(Path target) throws IOException {
        try {
            Path source = Path.of(Trees.class.getResource("/fixture-catalogue").toURI());
            copy(source, target);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A workspace of that content, made by hand: starters, given files and visible checks. */
    public static Path workspace(Path home, Path content) throws IOException {
        copy(content.resolve("exercises/src/main/java"), home.resolve("src/main/java"));
        copy(content.resolve("exercises/src/test/java"), home.resolve("src/test/java"));
        Files.createDirectories(home.resolve(".dojo"));
        Files.writeString(home.resolve(Places.MARKER), Places.MARKER_HEADER + Places.VERSION + "\n");
        Files.writeString(home.resolve(Places.CONTENT), content + "\n");
        return home;
    }

    private static void copy(Path source, Path target) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(source)) {
            paths = walk.toList();
        }
        for (Path path : paths) {
            Path copy = target.resolve(source.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(path, copy);
            }
        }
    }
}
