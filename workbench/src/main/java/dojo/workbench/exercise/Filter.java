package dojo.workbench.exercise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which exercises are wanted; immutable.
 *
 * @param search words that must all occur in id, title, chapter, kind or topics; empty for any
 * @param minutes the longest that an exercise may take
 */
public record Filter(
        String search,
        Optional<String> topic,
        Optional<Integer> level,
        Optional<Integer> minutes,
        Optional<State> state,
        Optional<String> fidelity) {

    /** Everything. */
    public static final Filter NONE =
            new Filter("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Those of the exercises that are wanted, in their order. */
    public List<Exercise> of(List<Exercise> exercises, Progress progress) {
        return exercises.stream()
                .filter(exercise -> accepts(exercise, progress))
                .toList();
    }

    private boolean accepts(Exercise exercise, Progress progress) {
        Readme readme = exercise.readme();
        return searched(exercise)
                && topic.stream().allMatch(wanted -> readme.topics().stream().anyMatch(wanted::equalsIgnoreCase))
                && level.stream().allMatch(wanted -> readme.level() == wanted)
                && minutes.stream().allMatch(most -> readme.minutes() <= most)
                && state.stream().allMatch(wanted -> State.of(exercise, progress) == wanted)
                && fidelity.stream().allMatch(readme.fidelity()::equalsIgnoreCase);
    }

    private boolean searched(Exercise exercise) {
        String text = String.join(
                        "\n",
                        exercise.id(),
                        exercise.title(),
                        exercise.chapterTitle(),
                        exercise.kind().word(),
                        String.join("\n", exercise.readme().topics()))
                .toLowerCase(Locale.ROOT);
        return Stream.of(search.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
                .allMatch(text::contains);
    }

    /** What is asked for, in words: {@code "key", level 2, up to 15 min}; empty for everything. */
    public String words() {
        return Stream.of(
                        Optional.of(search.strip())
                                .filter(text -> !text.isEmpty())
                                .map(text -> "\"" + text + "\""),
                        topic.map(name -> "topic " + name),
                        level.map(number -> "level " + number),
                        minutes.map(most -> "up to " + most + " min"),
                        state.map(State::word),
                        fidelity.map(label -> "fidelity " + label))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    public Filter withSearch(String text) {
        return new Filter(text, topic, level, minutes, state, fidelity);
    }

    public Filter withTopic(Optional<String> name) {
        return new Filter(search, name, level, minutes, state, fidelity);
    }

    public Filter withLevel(Optional<Integer> number) {
        return new Filter(search, topic, number, minutes, state, fidelity);
    }

    public Filter withMinutes(Optional<Integer> most) {
        return new Filter(search, topic, level, most, state, fidelity);
    }

    public Filter withState(Optional<State> one) {
        return new Filter(search, topic, level, minutes, one, fidelity);
    }

    public Filter withFidelity(Optional<String> label) {
        return new Filter(search, topic, level, minutes, state, label);
    }
}
