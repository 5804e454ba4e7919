package dojo.workbench.shell;

import dojo.lab.laws.Nearest;
import dojo.workbench.primer.Primer;
import dojo.workbench.primer.PrimerView;
import dojo.workbench.screen.Line;
import dojo.workbench.screen.Tone;
import dojo.workbench.shell.Slash.Choice;
import dojo.workbench.shell.Slash.Choices;
import dojo.workbench.shell.Slash.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Help, and the way out. */
final class HelpCommands {
    static final List<Slash> ALL = List.of(
            Slash.of("/help", "this list, or one command with an example", HelpCommands::help)
                    .taking("[COMMAND]", Choices.first((sitting, before) -> commands()))
                    .like("/help use"),
            Slash.of("/primer", "ten minutes for those who know SQL, page by page", HelpCommands::primer)
                    .taking("[PAGE]", Choices.first((sitting, before) -> pages()))
                    .like("/primer 4"),
            Slash.of("/exit", "leave; Ctrl-D does it too", (sitting, operand) -> Result.EXIT));

    private HelpCommands() {}

    private static List<Choice> commands() {
        return Commands.ALL.stream()
                .map(slash -> new Choice(slash.word().substring(1), slash.does()))
                .toList();
    }

    private static Result help(Sitting sitting, String operand) {
        if (operand.isEmpty()) {
            return sitting.show(list(Commands.ALL, sitting.width()));
        }
        String word = operand.startsWith("/") ? operand : "/" + operand;
        List<Slash> meant = Commands.meant(word);
        if (meant.isEmpty()) {
            String guess = Nearest.of(
                            word, Commands.ALL.stream().map(Slash::word).toList())
                    .map(near -> " Did you mean " + near + "?")
                    .orElse(" /help lists what there is.");
            return sitting.fail("There is no " + word + " to explain." + guess);
        }
        return sitting.show(meant.size() == 1 ? one(meant.get(0), sitting.width()) : list(meant, sitting.width()));
    }

    private static List<Choice> pages() {
        List<Primer.Page> pages = Primer.read().pages();
        return IntStream.range(0, pages.size())
                .mapToObj(i -> new Choice(Integer.toString(i + 1), pages.get(i).title()))
                .toList();
    }

    private static Result primer(Sitting sitting, String operand) {
        Primer primer = Primer.read();
        int pages = primer.pages().size();
        int page = operand.isEmpty() ? 1 : operand.matches("[0-9]{1,4}") ? Integer.parseInt(operand) : 0;
        if (page < 1 || page > pages) {
            return sitting.fail("The primer has pages 1 to " + pages + ", and no page " + operand + ".");
        }
        var lines = new ArrayList<>(PrimerView.page(primer, page - 1, sitting.width()));
        if (page < pages) {
            lines.add(Line.EMPTY);
            lines.add(Line.of(Tone.KEY, "/primer " + (page + 1)).and(Tone.QUIET, " goes on"));
        }
        return sitting.show(lines);
    }

    /** What can be typed, one command a line. */
    static List<Line> list(List<Slash> commands, int width) {
        var lines = new ArrayList<Line>();
        if (commands.equals(Commands.ALL)) {
            lines.addAll(Line.of("Type Java: ")
                    .and(Tone.CODE, "ddb")
                    .and(" is a DynamoDbClient, ")
                    .and(Tone.CODE, "table")
                    .and(" the name of a table. Every snippet shows its bill. Tab completes, Ctrl-C stops a snippet.")
                    .wrap(width));
        }
        int column = commands.stream()
                        .mapToInt(slash -> slash.usage().length())
                        .max()
                        .orElse(0)
                + 4;
        for (Slash slash : commands) {
            String usage = String.format("%-" + (column - 2) + "s", slash.usage());
            lines.addAll(Line.of("  ").and(Tone.KEY, usage).and(slash.does()).wrap(width, column));
        }
        return lines;
    }

    /** One command with its example. */
    static List<Line> one(Slash slash, int width) {
        var lines = new ArrayList<>(
                Line.of(Tone.KEY, slash.usage()).and("  " + slash.does()).wrap(width, 2));
        if (!slash.about().isEmpty()) {
            lines.addAll(Line.of("  " + slash.about()).wrap(width, 2));
        }
        lines.addAll(Line.of(Tone.QUIET, "  for example ")
                .and(Tone.CODE, slash.example())
                .wrap(width, 2));
        return lines;
    }
}
