package dojo.lab.fidelity;

import dojo.lab.law.Fidelity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All classes of the lab, found where this one was loaded from: a folder of classes or a jar. */
final class LabClasses {

    private static final String ROOT = "dojo/lab";
    private static final String ENDING = ".class";

    private LabClasses() {}

    /** None is initialised by being found. */
    static List<Class<?>> all() {
        return names().stream().<Class<?>>map(LabClasses::load).toList();
    }

    private static List<String> names() {
        try {
            URI home = Fidelity.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path path = Path.of(home);
            if (Files.isDirectory(path)) {
                return below(path);
            }
            try (FileSystem jar = FileSystems.newFileSystem(path, Map.of())) {
                return below(jar.getPath("/"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The classes of the lab cannot be listed.", unreadable);
        } catch (URISyntaxException nowhere) {
            throw new IllegalStateException("The classes of the lab are nowhere.", nowhere);
        }
    }

    private static List<String> below(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(ROOT))) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(ENDING) && !name.endsWith("package-info" + ENDING))
                    .map(name ->
                            name.substring(0, name.length() - ENDING.length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Fidelity.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(name + " was found and is gone.", gone);
        }
    }
}
