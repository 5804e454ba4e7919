package dojo.workbench.exercise;

import dojo.lab.laws.Nearest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Every exercise that a learner's folder offers, in the order of {@code exercises/exercises.txt}. Immutable. */
public final class Catalogue {
    private final List<Exercise> exercises;
    private final List<Problem> problems;

    Catalogue(List<Exercise> exercises, List<Problem> problems) {
        this.exercises = List.copyOf(exercises);
        this.problems = List.copyOf(problems);
    }

    /**
     * Reads the learner's folder, and {@code exercises/} and {@code solutions/} where {@link Places} says they are.
     *
     * <p>An exercise that cannot be read is left out and named in {@link #problems()}; the others are unharmed. Reads
     * one small file per exercise.
     */
    public static Catalogue read(Path root) {
        return new CatalogueReader(Places.of(root)).read();
    }

    public List<Exercise> all() {
        return exercises;
    }

    /** What could not be read. */
    public List<Problem> problems() {
        return problems;
    }

    /** The exercise of that id, or the one that had it before a rename. */
    public Optional<Exercise> find(String id) {
        return exercises.stream()
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .or(() -> exercises.stream()
                        .filter(exercise -> exercise.formerNames().contains(id))
                        .findFirst());
    }

    /** The exercise after this one in order. */
    public Optional<Exercise> after(Exercise exercise) {
        int index = exercises.indexOf(exercise);
        return index >= 0 && index + 1 < exercises.size() ? Optional.of(exercises.get(index + 1)) : Optional.empty();
    }

    /** The id that somebody who typed {@code id} probably meant. */
    public Optional<String> nearest(String id) {
        return Nearest.of(id, exercises.stream().map(Exercise::id).toList());
    }

    /** An exercise folder that could not be read, and the sentence that says why. */
    public record Problem(String id, String sentence) {}
}
