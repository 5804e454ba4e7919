package dojo.workbench.editor;

import dojo.workbench.editor.Opening.Refused;
import dojo.workbench.editor.Opening.Start;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A second pane for an editor that needs a terminal, where a multiplexer can be asked for one. */
final class Panes {
    private Panes() {}

    /** Each takes the command as words, and starts it without a shell. */
    static Opening open(String editor, List<String> command, Surroundings here) {
        if (here.has("TMUX")) {
            return in("tmux", List.of("split-window", "-h", "--"), editor, command, here);
        }
        if (here.has("ZELLIJ")) {
            return in("zellij", List.of("run", "--close-on-exit", "--"), editor, command, here);
        }
        if (here.has("STY")) {
            return in("screen", List.of("-t", editor), editor, command, here);
        }
        if (here.has("WEZTERM_PANE")) {
            return in("wezterm", List.of("cli", "split-pane", "--right", "--"), editor, command, here);
        }
        if (here.has("KITTY_LISTEN_ON")) {
            Optional<Path> kitten = here.program("kitten");
            return in(
                    kitten.isPresent() ? "kitten" : "kitty",
                    List.of("@", "launch", "--type=window"),
                    editor,
                    command,
                    here);
        }
        String kitty = here.has("KITTY_WINDOW_ID")
                ? " kitty makes one when kitty.conf says allow_remote_control yes and listen_on unix:/tmp/kitty."
                : "";
        return new Refused(
                editor + " needs a terminal of its own, and this one is taken: open a second terminal, or run"
                        + " dojo in tmux, Zellij, screen, WezTerm or kitty, where it gets a pane." + kitty
                        + " An editor with a window: --editor code.");
    }

    private static Opening in(
            String multiplexer, List<String> words, String editor, List<String> command, Surroundings here) {
        Optional<Path> program = here.program(multiplexer);
        if (program.isEmpty()) {
            return new Refused("This terminal is one of " + multiplexer + ", but the program \"" + multiplexer
                    + "\" is not in your PATH; open " + editor + " in a second terminal.");
        }
        // A semicolon at the end of a word ends a command of tmux.
        if (multiplexer.equals("tmux") && command.stream().anyMatch(word -> word.endsWith(";"))) {
            return new Refused(
                    "tmux cannot pass on a word that ends with a semicolon; open " + editor + " in a second terminal.");
        }
        List<String> line = new ArrayList<>(List.of(program.get().toString()));
        line.addAll(words);
        line.addAll(command);
        return new Start(editor + " in a pane of " + multiplexer, line);
    }
}
