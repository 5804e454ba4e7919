package dojo.workbench.check;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles the subjects of an exercise, each once for as long as neither it nor the given files change. */
final class SubjectClasses {
    private final SourceCompiler compiler;
    private final CompiledChecks cache;

    SubjectClasses(SourceCompiler compiler, CompiledChecks cache) {
        this.compiler = compiler;
        this.cache = cache;
    }

    /**
     * Folders of class files, in the order of the subjects.
     *
     * @param given class files of the given files, which the subject's take the place of
     * @throws CannotCheck with a sentence when a subject does not compile
     */
    List<Path> of(Exercise exercise, Path given) throws IOException {
        try {
            return exercise.subjects().parallelStream()
                    .map(subject -> of(exercise, subject, given))
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IOException("The subjects of " + exercise.id() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Path of(Exercise exercise, Subject subject, Path given) {
        try {
            List<Path> own = files(subject);
            CompiledChecks.Sources sources = CompiledChecks.Sources.of(
                    Stream.concat(own.stream(), exercise.givenFiles().stream()).toList());
            Optional<Path> kept = cache.find(sources, "");
            return kept.isPresent() ? kept.get() : compile(subject, own, given, sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path compile(Subject subject, List<Path> files, Path given, CompiledChecks.Sources sources)
            throws IOException {
        Path output = cache.fresh();
        SourceCompiler.Result result = compiler.compile(files, List.of(given), output);
        if (!result.errors().isEmpty()) {
            throw new CannotCheck("The subject " + subject.name() + " does not compile with the given files: "
                    + result.errors().stream()
                            .map(SourceCompiler.Refused::message)
                            .collect(Collectors.joining("; ")));
        }
        cache.keep(sources, "", output);
        return output;
    }

    private static List<Path> files(Subject subject) throws IOException {
        try (Stream<Path> files = Files.list(subject.folder())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
