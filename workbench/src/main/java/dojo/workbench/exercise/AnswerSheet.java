package dojo.workbench.exercise;

import dojo.lab.junit.WrittenNumber;
import dojo.lab.laws.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an exercise asks and what was answered so far.
 *
 * <p>A prediction may be thought over until the last question has one; from then on it can have been measured, so what
 * it was before is kept beside it, as {@code NAME.earlier}. Not thread-safe.
 */
public final class AnswerSheet {
    private static final String EARLIER = ".earlier";

    private final Exercise exercise;
    private final Map<String, String> answers;
    private final Sink sink;

    private AnswerSheet(Exercise exercise, Map<String, String> answers, Sink sink) {
        this.exercise = exercise;
        this.answers = answers;
        this.sink = sink;
    }

    /** The learner's, kept in {@code .dojo/answers}. */
    public static AnswerSheet ofLearner(Path root, Exercise exercise) throws IOException {
        AnswerFile file = AnswerFile.of(root, exercise.id());
        return new AnswerSheet(exercise, new LinkedHashMap<>(file.read()), file::record);
    }

    /** One that writes into the map. */
    public static AnswerSheet of(Exercise exercise, Map<String, String> answers) {
        return new AnswerSheet(exercise, answers, answers::put);
    }

    /** What became of an answer. */
    public sealed interface Reply {
        /** It was taken as {@code value}; {@code before} is another answer that it replaces. */
        record Noted(String name, String value, Optional<String> before) implements Reply {}

        /** It was not, for a reason. */
        record Refused(String sentence) implements Reply {}
    }

    /** In the order of the README; none where answers have no fixed names. */
    public List<Question> questions() {
        return exercise.readme().questions().entrySet().stream()
                .map(question -> new Question(question.getKey(), question.getValue()))
                .toList();
    }

    /** The answer to a question, if it has one that can be used. */
    public Optional<String> answer(String name) {
        return Optional.ofNullable(answers.get(name))
                .filter(value -> !refusal(value).isPresent());
    }

    /** Questions that still want an answer; one that somebody wrote by hand and cannot be read is no answer. */
    public List<Question> open() {
        return questions().stream()
                .filter(question -> answer(question.name()).isEmpty())
                .toList();
    }

    /** Why nothing can be measured yet: which questions are open; empty when none is. */
    public Optional<String> stillOpen() {
        List<Question> open = open();
        String names = open.stream().map(Question::name).collect(Collectors.joining(", "));
        int all = questions().size();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of((open.size() == all ? "All " + all : open.size() + " of " + all)
                        + (all == 1 ? " question is" : " questions are") + " open: " + names
                        + ". Nothing runs before each has a prediction; ./dojo answer " + exercise.id()
                        + " asks them one after another.");
    }

    /** Notes an answer, unless it is to no question of the exercise or is not of the kind that is asked for. */
    public Reply note(String name, String typed) throws IOException {
        List<String> names = questions().stream().map(Question::name).toList();
        if (!names.isEmpty() && !names.contains(name)) {
            return new Reply.Refused("There is no question \"" + name + "\""
                    + Nearest.of(name, names)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("; there are " + String.join(", ", names) + "."));
        }
        Optional<String> refusal = refusal(typed);
        return refusal.isPresent() ? new Reply.Refused(refusal.get()) : take(name, spelt(typed));
    }

    private Reply take(String name, String value) throws IOException {
        Optional<String> before = answer(name).filter(old -> !old.equals(value));
        if (before.isPresent() && exercise.kind() == Kind.PREDICT && open().isEmpty()) {
            String earlier = answers.get(name + EARLIER);
            put(name + EARLIER, earlier == null ? before.get() : earlier + ", " + before.get());
        }
        put(name, value);
        return new Reply.Noted(name, value, before);
    }

    private void put(String name, String value) throws IOException {
        answers.put(name, value);
        sink.record(name, value);
    }

    private Optional<String> refusal(String typed) {
        if (exercise.kind() != Kind.PREDICT) {
            return typed.isBlank() ? Optional.of("Nothing was typed; an answer belongs there.") : Optional.empty();
        }
        return WrittenNumber.of(typed) instanceof WrittenNumber.Refused refused
                ? Optional.of(refused.sentence())
                : Optional.empty();
    }

    private String spelt(String typed) {
        return exercise.kind() == Kind.PREDICT ? WrittenNumber.of(typed).toString() : typed.strip();
    }

    private interface Sink {
        void record(String name, String value) throws IOException;
    }
}
