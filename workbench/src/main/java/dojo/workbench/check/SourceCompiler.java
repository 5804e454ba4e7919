package dojo.workbench.check;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.lang.model.element.Element;
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
 * <p>File managers are kept: they remember what is in the jars. For files that are compiled over and over, compilers are kept
 * too. Thread-safe; each compilation borrows what it needs.
 */
final class SourceCompiler implements AutoCloseable {
    private static final int RELEASE = 17;
    private static final List<String> OPTIONS = options();

    private final JavaCompiler compiler;
    private final List<Path> classPath;
    private final Queue<StandardJavaFileManager> managers = new ConcurrentLinkedQueue<>();
    private final CompilerShelf shelf = new CompilerShelf(this::manager);

    SourceCompiler(List<Path> classPath) {
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new CannotCheck("This Java has no compiler: " + System.getProperty("java.home")
                    + " is a runtime only. Install a JDK 17 or newer and point JAVA_HOME at it.");
        }
        compiler = found;
        this.classPath = List.copyOf(classPath);
    }

    /**
     * The same as {@link #compile}, five times as fast from the second time on if what is known stays the same: folders that
     * nobody changes any more.
     */
    Result compileAgain(List<Path> sources, List<Path> known, Path output) {
        Optional<CompilerShelf.Kept> kept = shelf.take(known);
        if (kept.isPresent()) {
            Optional<Result> result = compile(sources, kept.get(), output);
            if (result.isPresent()) {
                shelf.putBack(kept.get());
                return result.get();
            }
            kept.get().close();
        }
        return compile(sources, known, output);
    }

    /** Nothing unless all went well: an error may come from a class that looked otherwise when it was read. */
    private static Optional<Result> compile(List<Path> sources, CompilerShelf.Kept kept, Path output) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try {
            kept.files().setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            Result result = kept.javac()
                    .compile(kept.files(), said, OPTIONS, texts(sources), task -> compile(task, said, sources));
            return Optional.of(result)
                    .filter(one ->
                            one.errors().isEmpty() && !Thread.currentThread().isInterrupted());
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // If it is not the memory's fault, it comes again.
        }
    }

    private StandardJavaFileManager manager(List<Path> known) {
        StandardJavaFileManager files = manager();
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, path(known));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private List<Path> path(List<Path> known) {
        List<Path> path = new ArrayList<>(known);
        path.addAll(classPath);
        return path;
    }

    /**
     * Compiles into the folder.
     *
     * @param known class files that the sources may use, besides the jars
     */
    Result compile(List<Path> sources, List<Path> known, Path output) {
        StandardJavaFileManager borrowed = managers.poll();
        StandardJavaFileManager files = borrowed == null ? manager() : borrowed;
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, path(known));
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            Result result = compile(sources, files);
            if (Thread.currentThread().isInterrupted()) {
                throw new CannotCheck("The check was interrupted.");
            }
            return result;
        } catch (IOException e) {
            throw new CannotCheck("Cannot read the sources, or cannot write class files into " + output + ": "
                    + e.getMessage() + "; make room there, or name another folder with -Djava.io.tmpdir=….");
        } catch (IllegalStateException e) {
            // So newer compilers say that an interrupt closed what they read from.
            throw Thread.currentThread().isInterrupted() ? new CannotCheck("The check was interrupted.") : e;
        } finally {
            giveBack(files);
        }
    }

    /** An interrupt closes the jars that are open, and javac would call them damaged: nobody may borrow these again. */
    private void giveBack(StandardJavaFileManager files) {
        if (Thread.currentThread().isInterrupted()) {
            close(files);
        } else {
            managers.add(files);
        }
    }

    private Result compile(List<Path> sources, StandardJavaFileManager files) throws IOException {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) compiler.getTask(Writer.nullWriter(), files, said, OPTIONS, null, texts(sources));
        return compile(task, said, sources);
    }

    private static Result compile(JavacTask task, DiagnosticCollector<JavaFileObject> said, List<Path> sources)
            throws IOException {
        List<Element> types = new ArrayList<>();
        task.analyze().forEach(types::add);
        List<Refused> errors = errors(said, sources);
        if (!errors.isEmpty()) {
            return new Result(errors, "");
        }
        String signatures = Visible.of(
                types, task.getElements()); // Now: the compiler forgets them once it has written the classes.
        task.generate();
        return new Result(errors(said, sources), signatures); // A method can be too large, which shows only now.
    }

    private static List<SourceText> texts(List<Path> sources) throws IOException {
        List<SourceText> texts = new ArrayList<>();
        for (Path source : sources) {
            texts.add(SourceText.of(source));
        }
        return texts;
    }

    private StandardJavaFileManager manager() {
        StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        try {
            // Otherwise javac looks for sources in every jar.
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<Refused> errors(DiagnosticCollector<JavaFileObject> said, List<Path> sources) {
        List<Refused> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : said.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                errors.add(new Refused(
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

    /** On a JDK of that very release the option says nothing new, and costs a third of a small compilation. */
    private static List<String> options() {
        List<String> options = new ArrayList<>(List.of(
                "-proc:none", "-implicit:none", "-parameters", "-g", "-nowarn", "-Xlint:none", "-Xmaxerrs", "20"));
        if (Runtime.version().feature() != RELEASE) {
            options.addAll(List.of("--release", Integer.toString(RELEASE)));
        }
        return List.copyOf(options);
    }

    @Override
    public void close() {
        for (StandardJavaFileManager files = managers.poll(); files != null; files = managers.poll()) {
            close(files);
        }
        shelf.close();
    }

    private static void close(StandardJavaFileManager files) {
        try {
            files.close();
        } catch (IOException e) {
            // Jars that were only read.
        }
    }

    /** Errors, none if it worked; and what other classes can see of the compiled ones. */
    record Result(List<Refused> errors, String signatures) {}

    /** One error; {@code line} is 0 and {@code file} absent when it belongs to no place. */
    record Refused(@Nullable Path file, long line, String message) {}
}
