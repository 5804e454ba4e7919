package dojo.workbench.gate;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starter and answer have the same files, and those offer what the checks and the given classes may call. */
final class TwinsRule implements Rule {

    @Override
    public String name() {
        return "twins";
    }

    @Override
    public List<String> inspect(Exercise exercise, Trials trials) throws IOException {
        if (exercise.isAnswered()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        Set<String> answers = sources(exercise.answerFolder());
        Set<String> starters = sources(exercise.starterFolder());
        for (String starter : starters) {
            if (!answers.remove(starter)) {
                sentences.add("The answer to " + starter + " is missing in " + exercise.answerFolder() + ".");
                continue;
            }
            if (exercise.kind() == Kind.CATCH) {
                continue; // Nobody calls a test; its methods are as many as its author has ideas.
            }
            String asked = Signatures.of(exercise.starterFolder().resolve(starter));
            String answered = Signatures.of(exercise.answerFolder().resolve(starter));
            if (!asked.equals(answered)) {
                sentences.add(
                        "The signatures of " + starter + " differ. Starter:\n" + asked + "\nanswer:\n" + answered);
            }
        }
        if (!answers.isEmpty() && exercise.kind() != Kind.CATCH) {
            sentences.add("The answer has " + answers + " and the starter has not; the answer is the answer only.");
        }
        return sentences;
    }

    private static Set<String> sources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new TreeSet<>();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
