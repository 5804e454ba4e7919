package dojo.workbench.exercise;

import dojo.lab.laws.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every exercise that a learner's folder offers, in the order of {@code exercises/curriculum.txt}. Immutable. */
public final class Catalogue {
    private final List<Exercise> exercises;
    private final Curriculum curriculum;
    private final List<Track> tracks;
    private final List<Problem> problems;

    Catalogue(List<Exercise> exercises, Curriculum curriculum, List<Track> tracks, List<Problem> problems) {
        this.exercises = List.copyOf(exercises);
        this.curriculum = curriculum;
        this.tracks = List.copyOf(tracks);
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

    /** What there is, and what is announced. */
    public Curriculum curriculum() {
        return curriculum;
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

    /** Selections of exercises, in the order of {@code exercises/tracks.txt}. */
    public List<Track> tracks() {
        return tracks;
    }

    /** The track that the learner follows; empty if they follow none, or one that is no more. */
    public Optional<Track> track(Progress progress) {
        return progress.track()
                .flatMap(name -> tracks.stream()
                        .filter(track -> track.name().equals(name))
                        .findFirst())
                .filter(track -> !track.exercises(this).isEmpty());
    }

    /** The track that the learner follows, or everything. */
    public Track trackOrEverything(Progress progress) {
        return track(progress)
                .or(() -> tracks.stream().filter(Track::isEverything).findFirst())
                .orElseGet(() -> new Track("everything", "Everything", "", "", Optional.empty(), List.of()));
    }

    /** What the learner is to go through, in order: the track they follow, or everything. */
    public List<Exercise> path(Progress progress) {
        return track(progress).map(track -> track.exercises(this)).orElse(exercises);
    }

    /**
     * What follows an exercise on the learner's path: the first open one after it, else the first open one at all, else
     * one that was skipped; empty when nothing else is left.
     */
    public Optional<Exercise> next(Exercise exercise, Progress progress) {
        List<Exercise> path = path(progress);
        int here = path.indexOf(exercise);
        List<Exercise> round = new ArrayList<>(path.subList(here + 1, path.size()));
        round.addAll(path.subList(0, Math.max(0, here)));
        return round.stream()
                .filter(other -> State.of(other, progress) == State.OPEN)
                .findFirst()
                .or(() -> round.stream()
                        .filter(other -> !progress.hasPassed(other))
                        .findFirst());
    }

    /** Where the learner is: the recorded exercise, else the first that is left on their path; empty without any. */
    public Optional<Exercise> current(Progress progress) {
        return progress.current()
                .flatMap(this::find)
                .or(() -> path(progress).stream()
                        .filter(exercise -> State.of(exercise, progress) == State.OPEN)
                        .findFirst()
                        .or(() -> path(progress).stream()
                                .filter(exercise -> !progress.hasPassed(exercise))
                                .findFirst())
                        .or(() -> exercises.stream().findFirst()));
    }

    /** The id that somebody who typed {@code id} probably meant. */
    public Optional<String> nearest(String id) {
        return Nearest.of(id, exercises.stream().map(Exercise::id).toList());
    }

    /** An exercise folder that could not be read, and the sentence that says why. */
    public record Problem(String id, String sentence) {}
}
