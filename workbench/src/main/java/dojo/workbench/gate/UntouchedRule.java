package dojo.workbench.gate;

import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.SameText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a fresh clone gives a learner to edit is the starter; holds until somebody solves something. */
final class UntouchedRule implements Rule {

    @Override
    public String name() {
        return "untouched";
    }

    @Override
    public List<String> inspect(Exercise exercise, Trials trials) throws IOException {
        List<String> sentences = new ArrayList<>();
        for (Path file : exercise.learnerFiles()) {
            if (!Files.isRegularFile(file) || !SameText.of(file, exercise.starterOf(file))) {
                sentences.add(trials.root().relativize(file) + " is not its starter. Solved? ./dojo reset "
                        + exercise.id() + ". Changed on purpose? Copy it over "
                        + trials.root().relativize(exercise.starterOf(file)) + ".");
            }
        }
        return sentences;
    }
}
