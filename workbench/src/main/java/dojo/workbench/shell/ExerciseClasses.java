package dojo.workbench.shell;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.worker.JvmLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles an exercise for the prompt: all of it, or only the given files while the learner's do not compile. */
final class ExerciseClasses {
    private final JvmLayout layout;

    ExerciseClasses(JvmLayout layout) {
        this.layout = layout;
    }

    /**
     * What was compiled.
     *
     * @param world the class whose {@code fill} sets the scene, if the exercise has one
     * @param whole whether the learner's files are among the classes
     */
    record Compiled(Path folder, Optional<String> world, boolean whole) {}

    /** Compiles into {@code folder}, which must be empty. */
    Compiled compile(Exercise exercise, Path folder) throws IOException {
        List<Path> all = Stream.concat(exercise.givenFiles().stream(), exercise.learnerFiles().stream())
                .filter(Files::isRegularFile)
                .toList();
        boolean whole = compile(all, folder);
        if (!whole) {
            compile(exercise.givenFiles(), folder);
        }
        Path world = folder.resolve(exercise.packagePath()).resolve("World.class");
        return new Compiled(
                folder,
                Optional.of(exercise.packageName() + ".World").filter(name -> Files.isRegularFile(world)),
                whole);
    }

    private boolean compile(List<Path> files, Path folder) {
        if (files.isEmpty()) {
            return true;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-d", folder.toString(), "-classpath", layout.classPathText(), "-proc:none", "-Xlint:none");
            return compiler.getTask(
                            Writer.nullWriter(),
                            manager,
                            // What is wrong with the learner's file is the checker's to say.
                            problem -> {},
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
