package dojo.workbench.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An editor as its user names it: a program with words of its own.
 *
 * @param words the program, then what the user wrote behind it; {@code {file}} and {@code {line}} stand for the spot
 */
record Editor(List<String> words) {
    private static final String GOTO = "-g {file}:{line}";
    private static final String COLON = "{file}:{line}";
    private static final String PLUS = "+{line} {file}";
    private static final String LINE = "--line {line} {file}";

    /** How each wants to hear of a line. An editor that is not here gets the file alone. */
    private static final Map<String, String> TONGUES = Map.ofEntries(
            Map.entry("code", GOTO),
            Map.entry("code-insiders", GOTO),
            Map.entry("codium", GOTO),
            Map.entry("cursor", GOTO),
            Map.entry("windsurf", GOTO),
            Map.entry("idea", LINE),
            Map.entry("idea64", LINE),
            Map.entry("kate", LINE),
            Map.entry("subl", COLON),
            Map.entry("zed", COLON),
            Map.entry("hx", COLON),
            Map.entry("helix", COLON),
            Map.entry("vi", PLUS),
            Map.entry("vim", PLUS),
            Map.entry("nvim", PLUS),
            Map.entry("view", PLUS),
            Map.entry("gvim", PLUS),
            Map.entry("nano", PLUS),
            Map.entry("pico", PLUS),
            Map.entry("emacs", PLUS),
            Map.entry("emacsclient", PLUS),
            Map.entry("kak", PLUS),
            Map.entry("micro", PLUS),
            Map.entry("mcedit", PLUS),
            Map.entry("joe", PLUS),
            Map.entry("ne", PLUS),
            Map.entry("gedit", PLUS));

    private static final List<String> WINDOWED = List.of(
            "code",
            "code-insiders",
            "codium",
            "cursor",
            "windsurf",
            "idea",
            "idea64",
            "kate",
            "subl",
            "zed",
            "gvim",
            "gedit",
            "notepad",
            "notepad++",
            "bbedit",
            "mate",
            "xed",
            "pluma",
            "mousepad",
            "open",
            "xdg-open");

    /** Splits what a user wrote, heeding quotes; no shell ever sees it. */
    static Editor of(String written) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (char c : written.strip().toCharArray()) {
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return new Editor(List.copyOf(words));
    }

    /** Its program without folder and ending, in small letters. */
    String name() {
        String program = words.isEmpty() ? "" : words.get(0).replaceFirst(".*[/\\\\]", "");
        return program.replaceFirst("(?i)\\.(exe|cmd|bat|sh)$", "").toLowerCase(Locale.ROOT);
    }

    /** Whether it opens a window of its own; an editor we do not know is taken to need a terminal. */
    boolean isWindowed() {
        boolean asked = words.contains("-nw") || words.contains("-t") || words.contains("-tty");
        return WINDOWED.contains(name())
                || (name().equals("emacsclient") && !asked)
                || words.stream().anyMatch(word -> word.equals("-n") && name().startsWith("emacs"));
    }

    /** The words to start it with, behind the program. */
    List<String> arguments(Spot spot) {
        List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
        if (arguments.stream().noneMatch(word -> word.contains("{file}"))) {
            arguments.addAll(List.of(TONGUES.getOrDefault(name(), "{file}").split(" ", -1)));
        }
        // The line first: a file may be called {line}.
        arguments.replaceAll(word -> word.replace("{line}", Integer.toString(spot.line()))
                .replace("{file}", spot.file().toString()));
        return arguments;
    }
}
