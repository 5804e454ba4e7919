package dojo.workbench.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a spot is opened: a command to start without waiting, or the sentence why none is. */
sealed interface Opening {

    /** Start this; the first word is a file. */
    record Start(String name, List<String> command) implements Opening {}

    /** An editor was asked for that cannot be started so. */
    record Refused(String sentence) implements Opening {}

    /** Nothing says which editor. */
    record Unknown() implements Opening {}

    /** What {@code cmd.exe} makes of these is not what a file name means by them. */
    String UNSAFE_IN_BATCH = ".*[&|<>^%!\"].*";

    /**
     * Chooses: what was asked for by option or {@code DOJO_EDITOR}, else the editor whose terminal this is, else
     * {@code VISUAL} or {@code EDITOR}.
     */
    static Opening of(Spot spot, Optional<String> asked, Surroundings here) {
        return asked.or(() -> here.value("DOJO_EDITOR"))
                .map(command -> with(Editor.of(command), spot, here))
                .or(() -> around(spot, here))
                .or(() -> Stream.of("VISUAL", "EDITOR")
                        .flatMap(name -> here.value(name).stream())
                        .findFirst()
                        .map(command -> with(Editor.of(command), spot, here)))
                .orElseGet(Unknown::new);
    }

    private static Optional<Opening> around(Spot spot, Surroundings here) {
        boolean code = here.is("TERM_PROGRAM", "vscode")
                || here.has("VSCODE_IPC_HOOK_CLI")
                || here.has("VSCODE_GIT_IPC_HANDLE")
                || here.has("VSCODE_INJECTION");
        if (code) {
            List<String> names = here.has("CURSOR_TRACE_ID")
                    ? List.of("cursor", "code")
                    : List.of("code", "code-insiders", "codium", "cursor", "windsurf");
            return first(names, spot, here);
        }
        if (here.is("TERMINAL_EMULATOR", "JetBrains-JediTerm")) {
            return first(List.of("idea", "idea64", "idea.sh"), spot, here)
                    .or(() -> Optional.of(
                            new Refused("This is a terminal of a JetBrains IDE, but its launcher \"idea\" is not"
                                    + " in your PATH: in the IDE, Tools > Create Command-line Launcher makes it (or the"
                                    + " Toolbox's settings). Or name another editor with --editor.")));
        }
        return Optional.empty();
    }

    private static Optional<Opening> first(List<String> names, Spot spot, Surroundings here) {
        return names.stream()
                .filter(name -> here.program(name).isPresent())
                .findFirst()
                .map(name -> with(new Editor(List.of(name)), spot, here));
    }

    private static Opening with(Editor editor, Spot spot, Surroundings here) {
        if (editor.words().isEmpty()) {
            return new Refused("No editor is named; give a program, for example --editor code.");
        }
        String program = editor.words().get(0);
        Optional<Path> file = here.program(program);
        if (file.isEmpty()) {
            return new Refused("The editor \"" + program + "\" is not in your PATH; check its name in --editor,"
                    + " DOJO_EDITOR, VISUAL or EDITOR.");
        }
        List<String> command = new ArrayList<>(List.of(file.get().toString()));
        command.addAll(editor.arguments(spot));
        if (here.windows() && file.get().toString().matches("(?i).*\\.(cmd|bat)") && unsafe(editor, spot)) {
            return new Refused(spot.file() + " holds a character that means something to cmd.exe; open it by hand.");
        }
        return editor.isWindowed() ? new Start(editor.name(), command) : Panes.open(editor.name(), command, here);
    }

    private static boolean unsafe(Editor editor, Spot spot) {
        return editor.arguments(spot).stream().anyMatch(word -> word.matches(UNSAFE_IN_BATCH));
    }
}
