package dojo.workbench.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Maven says while it builds, as far as somebody who waits for it cares. */
public final class MavenWords {
    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building Dynamo Dojo: (.+?) [0-9].*");
    private static final String ERROR = "[ERROR]";
    private static final int FEW = 5;

    private final List<String> errors = new ArrayList<>();

    /** The module whose build this line begins. */
    public Optional<String> module(String line) {
        return Optional.of(MODULE.matcher(line)).filter(Matcher::matches).map(found -> found.group(1));
    }

    /** Whether the line says what went wrong; it is kept. */
    public boolean isError(String line) {
        String text = line.startsWith(ERROR) ? line.substring(ERROR.length()).strip() : "";
        if (!text.isEmpty()) {
            errors.add(text);
        }
        return line.startsWith(ERROR);
    }

    /** Whether nothing went wrong yet. */
    public boolean isFine() {
        return errors.isEmpty();
    }

    /** What went wrong first; the rest follows from it, or is Maven's advice. */
    public List<String> firstErrors() {
        return errors.stream().limit(FEW).toList();
    }
}
