package dojo.workbench.command;

import dojo.lab.laws.Nearest;
import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Exercise;
import dojo.workbench.exercise.Filter;
import dojo.workbench.exercise.Readme;
import dojo.workbench.exercise.State;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a list is cut down. A value that no exercise can have is refused with those that exist. */
final class FilterOptions {
    @Option(
            names = "--search",
            paramLabel = "WORDS",
            description = "Only where all words occur in name, title, chapter, kind or topics.")
    private @Nullable String search;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Only of this topic.")
    private @Nullable String topic;

    @Option(names = "--level", paramLabel = "N", description = "Only of this level; 1 is the easiest.")
    private @Nullable Integer level;

    @Option(names = "--max-minutes", paramLabel = "N", description = "Only what takes at most so long.")
    private @Nullable Integer minutes;

    @Option(names = "--state", paramLabel = "STATE", description = "Only open, skipped or passed ones.")
    private @Nullable String state;

    @Option(
            names = "--fidelity",
            paramLabel = "LABEL",
            description = "Only what DynamoDB Local does by itself (local), or only what the lab adds (simulated).")
    private @Nullable String fidelity;

    /**
     * What is asked for.
     *
     * @throws UsageError with what exists, when a value is none of it
     */
    Filter over(Catalogue catalogue) {
        return new Filter(
                search == null ? "" : search,
                word("--topic", topic, values(catalogue, readme -> readme.topics().stream())),
                level(catalogue),
                minutes(),
                word(
                                "--state",
                                state,
                                Stream.of(State.values()).map(State::word).toList())
                        .flatMap(State::of),
                word("--fidelity", fidelity, values(catalogue, readme -> Stream.of(readme.fidelity()))));
    }

    private Optional<Integer> level(Catalogue catalogue) {
        List<String> levels = values(catalogue, readme -> Stream.of(Integer.toString(readme.level())));
        return word("--level", level == null ? null : level.toString(), levels).map(Integer::valueOf);
    }

    private Optional<Integer> minutes() {
        if (minutes != null && minutes < 1) {
            throw new UsageError("--max-minutes " + minutes + " leaves nothing; a number from 1 belongs there.");
        }
        return Optional.ofNullable(minutes);
    }

    private static Optional<String> word(String option, @Nullable String value, List<String> known) {
        if (value == null) {
            return Optional.empty();
        }
        String asked = value.strip();
        Optional<String> found = known.stream().filter(asked::equalsIgnoreCase).findFirst();
        if (found.isEmpty()) {
            throw new UsageError("No exercise can be found by " + option + " \"" + asked + "\""
                    + Nearest.of(asked.toLowerCase(Locale.ROOT), known)
                            .filter(near -> near.length() > 1) // Every digit is near every other.
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(".")
                    + " There is: " + String.join(", ", known) + ".");
        }
        return found;
    }

    private static List<String> values(Catalogue catalogue, Function<Readme, Stream<String>> values) {
        return catalogue.all().stream()
                .map(Exercise::readme)
                .flatMap(values)
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }
}
