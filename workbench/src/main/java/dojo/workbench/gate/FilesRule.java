package dojo.workbench.gate;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every file has a home, the checks are there, and no file is longer than a lesson may be. */
final class FilesRule implements Rule {

    private static final int LONGEST = 150;

    @Override
    public String name() {
        return "files";
    }

    @Override
    public List<String> inspect(Exercise exercise, Trials trials) throws IOException {
        List<String> sentences = new ArrayList<>();
        boolean isTest = exercise.kind() == Kind.CATCH;
        if (!isTest
                && exercise.visibleChecks().stream()
                        .noneMatch(file -> file.toString().endsWith("Test.java"))) {
            sentences.add("There is no visible check; write one named …Test.java below exercises/src/test/java.");
        }
        boolean hidden = exercise.hiddenChecks().stream()
                .anyMatch(file -> file.toString().endsWith("HiddenTest.java"));
        if (exercise.kind().isPriced() && !hidden) {
            sentences.add("There is no hidden check; write one named …HiddenTest.java below solutions/src/test/java.");
        }
        if (isTest) {
            exercise.learnerFiles().stream()
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.matches("My\\w+Test\\.java"))
                    .forEach(name -> sentences.add(name + " is a test that learners write; call it My…Test.java, and"
                            + " the build leaves its style alone."));
        }
        stray(exercise.folder(), sentences);
        for (Path file : sources(exercise, trials.root())) {
            long lines = Files.readAllLines(file).size();
            if (lines > LONGEST) {
                sentences.add(trials.root().relativize(file) + " has " + lines + " lines; a lesson stops at " + LONGEST
                        + ".");
            }
        }
        return sentences;
    }

    private static void stray(Path folder, List<String> sentences) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.adoc") && !name.endsWith(".java"))
                    .forEach(name -> sentences.add(name + " has no place in the exercise's folder; remove it."));
        }
    }

    private static List<Path> sources(Exercise exercise, Path root) throws IOException {
        List<Path> sources = new ArrayList<>(exercise.givenFiles());
        sources.addAll(exercise.visibleChecks());
        sources.addAll(exercise.hiddenChecks());
        for (Path tree : List.of(
                exercise.starterFolder(),
                exercise.answerFolder(),
                root.resolve("solutions/src/subjects/java").resolve(exercise.packagePath()),
                root.resolve("solutions/src/wrong/java").resolve(exercise.packagePath()),
                root.resolve("solutions/src/also-right/java").resolve(exercise.packagePath()))) {
            if (Files.isDirectory(tree)) {
                try (Stream<Path> files = Files.walk(tree)) {
                    files.filter(Files::isRegularFile).forEach(sources::add);
                }
            }
        }
        return sources;
    }
}
