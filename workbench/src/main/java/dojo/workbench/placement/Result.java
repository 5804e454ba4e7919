package dojo.workbench.placement;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Progress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What answers show: an exercise counts as known only if every question about it was answered rightly.
 *
 * @param answers the number of an option for each question, {@link Question#UNKNOWN} for none of them
 * @param known exercises that are proven to be known and not passed yet, in order
 * @param start where to begin: the first exercise on the path that was asked about and is not known, else the first one
 *     left; empty if nothing is left
 */
public record Result(List<Question> questions, List<Integer> answers, List<Exercise> known, Optional<Exercise> start) {

    public Result {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
        known = List.copyOf(known);
    }

    public static Result of(List<Question> questions, List<Integer> answers, Catalogue catalogue, Progress progress) {
        List<Exercise> open = catalogue.path(progress).stream()
                .filter(exercise -> !progress.hasPassed(exercise))
                .toList();
        List<Exercise> known = open.stream()
                .filter(exercise ->
                        asked(questions, exercise, catalogue).findAny().isPresent())
                .filter(exercise -> asked(questions, exercise, catalogue)
                        .allMatch(i -> questions.get(i).right() == answers.get(i)))
                .toList();
        Optional<Exercise> start = open.stream()
                .filter(exercise -> !known.contains(exercise)
                        && asked(questions, exercise, catalogue).findAny().isPresent())
                .findFirst()
                .or(() -> open.stream()
                        .filter(exercise -> !known.contains(exercise))
                        .findFirst());
        return new Result(questions, answers, known, start);
    }

    private static IntStream asked(List<Question> questions, Exercise exercise, Catalogue catalogue) {
        return IntStream.range(0, questions.size())
                .filter(i -> catalogue
                        .find(questions.get(i).exercise())
                        .filter(exercise::equals)
                        .isPresent());
    }

    boolean isRight(int question) {
        return questions.get(question).right() == answers.get(question);
    }

    boolean isUnknown(int question) {
        return answers.get(question) == Question.UNKNOWN;
    }

    public int right() {
        return (int) IntStream.range(0, questions.size()).filter(this::isRight).count();
    }

    public int unknown() {
        return (int)
                IntStream.range(0, questions.size()).filter(this::isUnknown).count();
    }

    /** What accepting the proposal changes: the place to start, and skips of what is known; nothing is passed. */
    public Progress accepted(Progress progress) {
        Progress changed = progress;
        for (Exercise exercise : known) {
            changed = changed.withSkipped(exercise.id());
        }
        return start.isPresent() ? changed.withCurrent(start.get().id()) : changed;
    }
}
