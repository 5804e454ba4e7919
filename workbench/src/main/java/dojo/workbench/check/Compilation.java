package dojo.workbench.check;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Places;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compiles one submission together with what the exercise brings along, and words what the compiler refused. */
final class Compilation {
    private final SourceCompiler compiler;
    private final CompiledChecks cache;
    private final Path root;

    Compilation(SourceCompiler compiler, CompiledChecks cache, Path root) {
        this.compiler = compiler;
        this.cache = cache;
        this.root = root;
    }

    /** Folders of class files, the learner's in {@code output}; or the refusal. */
    Outcome compile(Exercise exercise, SubmittedFiles submitted, Path output) throws IOException {
        Optional<Refusal> unreadable = notUtf8(submitted);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        List<Path> brought = Stream.of(exercise.givenFiles(), exercise.visibleChecks(), exercise.hiddenChecks())
                .flatMap(List::stream)
                .toList();
        CompiledChecks.Sources sources = CompiledChecks.Sources.of(brought);
        Optional<Path> latest = cache.latest(sources);
        if (latest.isPresent() && !submitted.learner().isEmpty()) {
            SourceCompiler.Result alone = compiler.compileAgain(submitted.learner(), List.of(latest.get()), output);
            Optional<Path> fitting =
                    alone.errors().isEmpty() ? cache.find(sources, alone.signatures()) : Optional.empty();
            if (fitting.isPresent()) {
                return new Compiled(List.of(output, fitting.get()));
            }
        }
        return together(exercise, submitted, sources, output);
    }

    /** The whole of it: the first time, and whenever what the checks see of the learner's classes has changed. */
    private Outcome together(Exercise exercise, SubmittedFiles submitted, CompiledChecks.Sources sources, Path output)
            throws IOException {
        List<Path> all = new ArrayList<>(submitted.learner());
        all.addAll(sources.files());
        Path checks = cache.fresh();
        List<SourceCompiler.Refused> errors =
                compiler.compile(all, List.of(), checks).errors();
        if (!errors.isEmpty()) {
            return refusal(exercise, submitted, errors);
        }
        if (submitted.learner().isEmpty()) {
            return new Compiled(List.of(checks));
        }
        SourceCompiler.Result alone = compiler.compile(submitted.learner(), List.of(checks), output);
        if (!alone.errors().isEmpty()) {
            return refusal(exercise, submitted, alone.errors());
        }
        removeSame(output, checks);
        cache.keep(sources, alone.signatures(), checks);
        return new Compiled(List.of(output, checks));
    }

    /** A learner's class kept among the checks' would still be found once its source is deleted. */
    private static void removeSame(Path learners, Path checks) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(learners)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(checks.resolve(learners.relativize(file)));
        }
    }

    private Refusal refusal(Exercise exercise, SubmittedFiles submitted, List<SourceCompiler.Refused> errors) {
        List<SourceCompiler.Refused> own = errors.stream()
                .filter(error -> error.file() == null || submitted.learner().contains(error.file()))
                .toList();
        if (!own.isEmpty()) {
            List<CompileProblem> problems = problems(own);
            return new Refusal(problems, false, sentence(problems.get(0)) + more(own.size()));
        }
        List<SourceCompiler.Refused> given = errors.stream()
                .filter(error -> exercise.givenFiles().contains(error.file()))
                .toList();
        if (!given.isEmpty() && wrongPackage(exercise, submitted).isEmpty()) {
            List<CompileProblem> problems = problems(given);
            return new Refusal(problems, true, givenFile(exercise, problems.get(0)));
        }
        List<CompileProblem> problems = problems(errors);
        String reason = wrongPackage(exercise, submitted)
                .orElse("Your code compiles, but its names or parameters are not the ones that the checks call: "
                        + sentence(problems.get(0)) + " Keep the class names and method signatures of the starter ("
                        + SubmittedFiles.shown(root, exercise.starterFolder()) + ").");
        return new Refusal(problems, true, reason);
    }

    private String givenFile(Exercise exercise, CompileProblem problem) {
        String remedy =
                Places.of(root).inPlace() ? "git checkout -- " + problem.path() : "./dojo reset " + exercise.id();
        return sentence(problem)
                + " That file is not the one to edit. If it came with the exercise, bring it back with "
                + remedy + "; if it is yours, mend or remove it. Or it needs a name that"
                + " your file no longer has.";
    }

    /** The compiler would replace what it cannot read, and print about it past everybody. */
    private Optional<Refusal> notUtf8(SubmittedFiles submitted) throws IOException {
        for (Path file : submitted.learner()) {
            Optional<Long> line = Utf8.firstBadLine(Files.readAllBytes(file));
            if (line.isPresent()) {
                CompileProblem problem = new CompileProblem(
                        SubmittedFiles.shown(root, file),
                        line.get(),
                        "this line is not UTF-8 text; save the file as UTF-8");
                return Optional.of(new Refusal(List.of(problem), false, sentence(problem)));
            }
        }
        return Optional.empty();
    }

    private Optional<String> wrongPackage(Exercise exercise, SubmittedFiles submitted) {
        Pattern statement = Pattern.compile("(?m)^\\s*package\\s+" + Pattern.quote(exercise.packageName()) + "\\s*;");
        for (Path file : submitted.learner()) {
            try {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (!statement.matcher(text).find()) {
                    return Optional.of(SubmittedFiles.shown(root, file) + " must begin with \"package "
                            + exercise.packageName() + ";\", or the checks cannot find its classes.");
                }
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private List<CompileProblem> problems(List<SourceCompiler.Refused> errors) {
        return errors.stream()
                .map(error -> new CompileProblem(
                        error.file() == null ? "the compiler" : SubmittedFiles.shown(root, error.file()),
                        error.line(),
                        error.message()))
                .toList();
    }

    private static String sentence(CompileProblem problem) {
        return problem.where() + " " + problem.message() + ".";
    }

    private static String more(int errors) {
        return errors == 1 ? "" : " (and " + (errors - 1) + " more)";
    }

    /** How it went. */
    sealed interface Outcome {}

    /** Where the class files are; the first folder counts. */
    record Compiled(List<Path> classes) implements Outcome {}

    /** What the compiler refused; {@code signatureChanged} when only the checks did not fit. */
    record Refusal(List<CompileProblem> problems, boolean signatureChanged, String message) implements Outcome {}
}
