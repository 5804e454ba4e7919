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
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
