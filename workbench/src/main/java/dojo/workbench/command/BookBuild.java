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
    private final boolean onlyWhatItPrints;
    private final MavenWords words = new MavenWords();
    private boolean typesetting;

    /** @param onlyWhatItPrints for a list that may go through a pipe: nothing is said of the build */
    BookBuild(Screen screen, boolean onlyWhatItPrints) {
        this.screen = screen;
        this.onlyWhatItPrints = onlyWhatItPrints;
    }

    void hear(String line) {
        Optional<String> module = words.module(line);
        Matcher exhibit = EXHIBIT.matcher(line);
        if (module.isPresent()) {
            progress("building  " + module.get());
        } else if (exhibit.matches()) {
            progress("measuring " + exhibit.group(1));
        } else if (TYPESETTING.matcher(line).matches()) {
            typesetting = true;
            progress("setting   the pages");
        } else if (!words.isError(line) && typesetting && words.isFine() && !line.startsWith("[") && !line.isBlank()) {
            // After its first error Maven prints a stack trace of its own; the problems came before.
            screen.print(line);
        }
    }

    private void progress(String what) {
        if (!onlyWhatItPrints) {
            screen.print(what);
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
