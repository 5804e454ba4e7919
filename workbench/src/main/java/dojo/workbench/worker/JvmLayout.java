package dojo.workbench.worker;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a child process finds its classes.
 *
 * @param classPath jars for the class path of the child, and of the code it runs
 * @param modulePath DynamoDB Local alone: its manifest names "." as class path, which defeats class-data archives
 * @param archive the class-data archive, if one was made for this very JVM
 */
public record JvmLayout(List<Path> classPath, Optional<Path> modulePath, Optional<Path> archive) {

    /** From this JDK on, a worker with an archive of libraries alone cannot link DynamoDB Local: a class is not accessible. */
    private static final int ARCHIVED_MODULES = 24;

    /** The folders beside {@code dojo.jar} when started from it, else the class path of this process. */
    public static JvmLayout detect() {
        Path jar = ownJar();
        Path home = jar.resolveSibling("worker");
        if (!Files.isRegularFile(jar) || !Files.isDirectory(home)) {
            return ofFolders();
        }
        Path archive = archive("worker");
        return new JvmLayout(
                jars(home),
                jars(jar.resolveSibling("local")).stream().findFirst(),
                Optional.of(archive).filter(Files::isRegularFile));
    }

    /** In a build, an archive can hold what comes before the first folder of classes: so libraries come first. */
    private static JvmLayout ofFolders() {
        List<Path> libraries = libraries();
        Map<Boolean, List<Path>> rest = ownClassPath().stream()
                .filter(entry -> !libraries.contains(entry))
                .collect(Collectors.partitioningBy(JvmLayout::isLocal));
        return new JvmLayout(
                Stream.concat(libraries.stream(), rest.getOrDefault(false, List.of()).stream())
                        .toList(),
                rest.getOrDefault(true, List.of()).stream().findFirst(),
                Optional.of(archiveOfLibraries())
                        .filter(archive ->
                                Runtime.version().feature() < ARCHIVED_MODULES && Files.isRegularFile(archive)));
    }

    /** What a build of this checkout takes from elsewhere, and leaves as it is. */
    static List<Path> libraries() {
        Path checkout = ownJar().resolve("../../..").normalize();
        return ownClassPath().stream()
                .filter(entry -> !entry.startsWith(checkout) && !isLocal(entry))
                .toList();
    }

    /** The file of an archive of just these libraries. */
    static Path archiveOfLibraries() {
        return archive("libraries-" + Integer.toHexString(libraries().hashCode()));
    }

    private static boolean isLocal(Path entry) {
        return entry.getFileName().toString().startsWith("DynamoDBLocal");
    }

    /** The file of an archive beside the jar; it belongs to one build of the JVM, so the name carries the version. */
    public static Path archive(String name) {
        String version = System.getProperty("java.vm.version").replaceAll("[^A-Za-z0-9.+-]", "_");
        return ownJar().resolveSibling(name + "-" + version + ".jsa");
    }

    /** The jar that this class was loaded from, or the folder of classes in a build. */
    public static Path ownJar() {
        return jarOf(JvmLayout.class);
    }

    /** The same of any class. */
    public static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path holds an address that is no file: " + e.getMessage(), e);
        }
    }

    /** The class path in the form of the {@code java} command. */
    public String classPathText() {
        return String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList());
    }

    private static List<Path> ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot read " + folder + ": " + e.getMessage() + "; build again with ./mvnw package.", e);
        }
    }
}
