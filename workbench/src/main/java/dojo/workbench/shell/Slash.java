package dojo.workbench.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands of the prompt that are not Java. */
enum Slash {
    TASK("/task", "", "what the exercise asks for"),
    HINT("/hint", "", "the next hint"),
    TABLE("/table", "", "every item of the table, off the bill"),
    BILL("/bill", "", "the latest requests and what they cost"),
    ANSWER("/answer", "NAME VALUE", "note what you found"),
    CHECK("/check", "", "grade the exercise"),
    USE("/use", "ID", "switch to an exercise, with a fresh table"),
    HELP("/help", "", "this list"),
    EXIT("/exit", "", "leave; Ctrl-D does it too");

    private final String word;
    private final String operands;
    private final String does;

    Slash(String word, String operands, String does) {
        this.word = word;
        this.operands = operands;
        this.does = does;
    }

    String word() {
        return word;
    }

    String usage() {
        return operands.isEmpty() ? word : word + " " + operands;
    }

    String does() {
        return does;
    }

    static List<String> words() {
        return Stream.of(values()).map(Slash::word).toList();
    }

    /** Whether a line is meant as a command: a slash and a letter, which no Java snippet starts with. */
    static boolean looksLike(String line) {
        String stripped = line.strip();
        return stripped.length() > 1 && stripped.charAt(0) == '/' && Character.isLetter(stripped.charAt(1));
    }

    static Optional<Slash> of(String word) {
        return word.equals("/quit") || word.equals("/q")
                ? Optional.of(EXIT)
                : Stream.of(values()).filter(slash -> slash.word.equals(word)).findFirst();
    }
}
