package dojo.workbench.shell;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Shows JShell the sources of the AWS SDK, if they are on this machine: their Javadoc is the documentation.
 *
 * <p>JShell looks for sources of the JDK only, and has no way to name others. The launcher opens its package to us; where
 * it is not open, or looks different inside, everything works but that documentation.
 */
final class SdkSources {
    private static final String PROPERTIES = "META-INF/maven/software.amazon.awssdk/dynamodb/pom.properties";

    private SdkSources() {}

    /** True if JShell knows them now. */
    static boolean show(SourceCodeAnalysis analysis, List<Path> classPath, Path repository) {
        Optional<Path> sources = classPath.stream()
                .filter(jar -> jar.getFileName()
                        .toString()
                        .matches("(software\\.amazon\\.awssdk\\.)?dynamodb(-[\\d.]+)?\\.jar"))
                .findFirst()
                .flatMap(jar -> sources(jar, repository));
        return sources.isPresent() && show(analysis, sources.get());
    }

    private static Optional<Path> sources(Path jar, Path repository) {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry entry = file.getEntry(PROPERTIES);
            if (entry == null) {
                return Optional.empty();
            }
            var properties = new Properties();
            try (InputStream in = file.getInputStream(entry)) {
                properties.load(in);
            }
            String version = properties.getProperty("version", "");
            Path sources = repository
                    .resolve("software/amazon/awssdk/dynamodb")
                    .resolve(version)
                    .resolve("dynamodb-" + version + "-sources.jar");
            return Optional.of(sources).filter(Files::isReadable);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked")
    private static boolean show(SourceCodeAnalysis analysis, Path sources) {
        try {
            Method find = analysis.getClass().getDeclaredMethod("findSources");
            find.setAccessible(true);
            List<Path> known = (List<Path>) find.invoke(analysis);
            return known.contains(sources) || known.add(sources);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException | RuntimeException e) {
            return false;
        }
    }

    /** Where Maven keeps what it fetched. */
    static Path repository() {
        return Path.of(System.getProperty(
                "maven.repo.local",
                Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));
    }
}
