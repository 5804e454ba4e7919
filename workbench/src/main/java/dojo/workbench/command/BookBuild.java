package dojo.workbench.command;

import dojo.workbench.screen.Screen;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Maven says while it builds the book, and says the part that a reader of the book wants. */
final class BookBuild {
    private static final Pattern EXHIBIT = Pattern.compile("\\[INFO] Running dojo\\.exhibits\\.\\w+\\.(\\w+)");
    private static final Pattern TYPESETTING = Pattern.compile("\\[INFO] --- exec:.*\\(book\\).*");

    private final Screen screen;
    private final MavenWords words = new MavenWords();
    private boolean typesetting;

    BookBuild(Screen screen) {
        this.screen = screen;
    }

    void hear(String line) {
        Optional<String> module = words.module(line);
        Matcher exhibit = EXHIBIT.matcher(line);
        if (module.isPresent()) {
            screen.print("building  " + module.get());
        } else if (exhibit.matches()) {
            screen.print("measuring " + exhibit.group(1));
        } else if (TYPESETTING.matcher(line).matches()) {
            typesetting = true;
            screen.print("setting   the pages");
        } else if (!words.isError(line) && typesetting && words.isFine() && !line.startsWith("[") && !line.isBlank()) {
            // After its first error Maven prints a stack trace of its own; the problems came before.
            screen.print(line);
        }
    }

    /** The sentence for a build that failed; a problem of the text has been printed already, line by line. */
    void failed(String log) {
        if (typesetting) {
            screen.error("The book was not published; correct what is listed above and build again.");
        } else {
            words.firstErrors().forEach(screen::error);
            screen.error("The build stopped before the book; the whole log is in " + log + ".");
        }
    }
}
