package dojo.workbench.shell;

import dojo.lab.laws.Nearest;
import dojo.workbench.shell.Slash.Choice;
import dojo.workbench.shell.Slash.Result;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of all slash commands, and how a line finds its own. */
final class Commands {
    /** In the order of {@code /help}. A new command is one entry in one of these lists, or a list of its own. */
    static final List<Slash> ALL = Stream.of(
                    ExerciseCommands.ALL,
                    LabCommands.ALL,
                    LawCommands.ALL,
                    JavaCommands.ALL,
                    FileCommands.ALL,
                    HelpCommands.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, String> ALSO = Map.of("/quit", "/exit", "/q", "/exit", "/?", "/help");

    private Commands() {}

    /** Runs a line that {@link Slash#looksLike} a command. */
    static Result run(Sitting sitting, String line) throws IOException {
        String[] words = line.strip().split("\\s+", 2);
        String operand = words.length > 1 ? words[1].strip() : "";
        List<Slash> meant = meant(words[0]);
        if (meant.size() == 1) {
            return run(sitting, meant.get(0), operand);
        }
        return sitting.fail(meant.isEmpty() ? unknown(words[0]) : ambiguous(words[0], meant));
    }

    private static Result run(Sitting sitting, Slash command, String operand) throws IOException {
        try {
            Result result = command.action().run(sitting, operand);
            if (result == Result.DONE && command.kept()) {
                sitting.session().journal().command(command.word() + " " + operand);
            }
            return result;
        } catch (SnippetVm.Refusal e) {
            return sitting.fail(String.valueOf(e.getMessage()));
        }
    }

    /** The command of that word, or all that begin with it: {@code /tab} is {@code /table}. */
    static List<Slash> meant(String word) {
        String full = ALSO.getOrDefault(word, word);
        Optional<Slash> exact =
                ALL.stream().filter(slash -> slash.word().equals(full)).findFirst();
        return exact.map(List::of)
                .orElseGet(() -> ALL.stream()
                        .filter(slash -> slash.word().startsWith(full))
                        .toList());
    }

    /** What could complete the last word of a line that begins with a slash. */
    static List<Choice> choices(Sitting sitting, String typed) throws IOException {
        int space = typed.lastIndexOf(' ');
        String begun = typed.substring(space + 1);
        List<Choice> all;
        if (space < 0) {
            all = ALL.stream()
                    .map(slash -> new Choice(slash.word(), slash.does()))
                    .toList();
        } else {
            List<String> before =
                    Arrays.asList(typed.substring(0, space).strip().split("\\s+"));
            List<Slash> meant = meant(before.get(0));
            all = meant.size() == 1 ? meant.get(0).choices().of(sitting, before.subList(1, before.size())) : List.of();
        }
        return all.stream().filter(choice -> choice.text().startsWith(begun)).toList();
    }

    private static String unknown(String word) {
        return JShellWords.of(word)
                .orElseGet(() -> "There is no " + word + "."
                        + Nearest.of(word, ALL.stream().map(Slash::word).toList())
                                .map(near -> " Did you mean " + near + "?")
                                .orElse(" /help lists what there is."));
    }

    private static String ambiguous(String word, List<Slash> meant) {
        String words = meant.stream().map(Slash::word).collect(Collectors.joining(", "));
        return word + " could be " + words + "; type one letter more.";
    }
}
