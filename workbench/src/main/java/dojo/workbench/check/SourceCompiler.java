package dojo.workbench.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Compiles Java files in this process.
 *
 * <p>File managers are kept: they remember the jars' contents, which is most of the cost of a small compilation. Thread-
 * safe; each compilation borrows one.
 */
final class SourceCompiler implements AutoCloseable {
    private static final List<String> OPTIONS = List.of(
            "-proc:none",
            "-implicit:none",
            "--release",
            "17",
            "-parameters",
            "-g",
            "-nowarn",
            "-Xlint:none",
            "-Xmaxerrs",
            "20");

    private final JavaCompiler compiler;
    private final List<Path> classPath;
    private final Queue<StandardJavaFileManager> managers = new ConcurrentLinkedQueue<>();

    SourceCompiler(List<Path> classPath) {
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new CannotCheck("This Java has no compiler: " + System.getProperty("java.home")
                    + " is a runtime only. Install a JDK 17 or newer and point JAVA_HOME at it.");
        }
        compiler = found;
        this.classPath = List.copyOf(classPath);
    }

    /** Compiles into the folder; the errors, none if it worked. */
    List<Error> compile(List<Path> sources, Path output) {
        StandardJavaFileManager borrowed = managers.poll();
        StandardJavaFileManager files = borrowed == null ? manager() : borrowed;
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
            boolean worked = compiler.getTask(
                            Writer.nullWriter(), files, said, OPTIONS, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            List<Error> errors = errors(said, sources);
            if (!worked && errors.isEmpty()) {
                throw new CannotCheck("The compiler gave up without saying why; try again.");
            }
            return worked ? List.of() : errors;
        } catch (IOException e) {
            throw new CannotCheck("Cannot write class files into " + output + ": " + e.getMessage()
                    + "; make room there, or name another folder with -Djava.io.tmpdir=….");
        } finally {
            managers.add(files);
        }
    }

    private StandardJavaFileManager manager() {
        StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            // Otherwise javac looks for sources in every jar.
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<Error> errors(DiagnosticCollector<JavaFileObject> said, List<Path> sources) {
        List<Error> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : said.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                errors.add(new Error(
                        file(diagnostic.getSource(), sources),
                        Math.max(0, diagnostic.getLineNumber()),
                        CompilerWords.of(diagnostic.getMessage(Locale.ENGLISH))));
            }
        }
        return errors;
    }

    private static @Nullable Path file(@Nullable JavaFileObject source, List<Path> sources) {
        if (source == null) {
            return null;
        }
        Path path = Path.of(source.toUri());
        return sources.stream().filter(path::equals).findFirst().orElse(path);
    }

    @Override
    public void close() {
        for (StandardJavaFileManager files = managers.poll(); files != null; files = managers.poll()) {
            try {
                files.close();
            } catch (IOException e) {
                // Jars that were only read.
            }
        }
    }

    /** One error; {@code line} is 0 and {@code file} absent when it belongs to no place. */
    record Error(@Nullable Path file, long line, String message) {}
}
