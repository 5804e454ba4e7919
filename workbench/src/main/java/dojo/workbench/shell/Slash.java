package dojo.workbench.shell;

import java.io.IOException;
import java.util.List;

/**
 * A command of the prompt that is not Java. It is made here, and offered once it stands in {@link Commands#ALL}.
 *
 * @param word with its slash
 * @param operands as help shows them, for example {@code [LIMIT]}; empty if it takes none
 * @param does half a sentence for the list of commands
 * @param example a whole line that somebody could type
 * @param about what else {@code /help COMMAND} says; may be empty
 * @param kept whether a saved script repeats it: it changes what later snippets meet
 */
record Slash(
        String word,
        String operands,
        String does,
        String example,
        String about,
        boolean kept,
        Choices choices,
        Action action) {

    /** What a command led to. */
    enum Result {
        DONE,
        FAILED,
        EXIT
    }

    /** What a command does; {@code operand} is everything behind its word, stripped. */
    interface Action {
        Result run(Sitting sitting, String operand) throws IOException;
    }

    /**
     * What could stand at the place of an operand, called while somebody types: quick, and free of side effects.
     *
     * <p>{@code before} are the operands that stand already; the part that is typed is compared by the caller.
     */
    interface Choices {
        Choices NONE = (sitting, before) -> List.of();

        List<Choice> of(Sitting sitting, List<String> before) throws IOException;

        /** Choices for the first operand only. */
        static Choices first(Choices choices) {
            return (sitting, before) -> before.isEmpty() ? choices.of(sitting, before) : List.of();
        }

        /** Words that are always the same, for the first operand. */
        static Choices words(String... words) {
            return first((sitting, before) -> Choice.plain(List.of(words)));
        }
    }

    /** One candidate, and what is said beside it; may be empty. */
    record Choice(String text, String says) {
        static List<Choice> plain(List<String> texts) {
            return texts.stream().map(text -> new Choice(text, "")).toList();
        }
    }

    /** A command without operands. */
    static Slash of(String word, String does, Action action) {
        return new Slash(word, "", does, word, "", false, Choices.NONE, action);
    }

    Slash taking(String shown, Choices candidates) {
        return new Slash(word, shown, does, example, about, kept, candidates, action);
    }

    Slash like(String line) {
        return new Slash(word, operands, does, line, about, kept, choices, action);
    }

    Slash about(String more) {
        return new Slash(word, operands, does, example, more, kept, choices, action);
    }

    /** The same, repeated by scripts that {@code /save} writes. */
    Slash keptInScripts() {
        return new Slash(word, operands, does, example, about, true, choices, action);
    }

    String usage() {
        return operands.isEmpty() ? word : word + " " + operands;
    }

    /** Whether a line is meant as a command: it starts with a slash, and not with a comment. */
    static boolean looksLike(String line) {
        String stripped = line.strip();
        return stripped.length() > 1 && stripped.charAt(0) == '/' && "/* ".indexOf(stripped.charAt(1)) < 0;
    }
}
