package dojo.workbench.workspace;

import dojo.workbench.exercise.SameText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One file that a workspace is given. Nobody changes its bytes. */
final class Piece {
    private static final Pattern EXERCISE = Pattern.compile("src/(?:main|test)/java/.*/e\\d+_(\\w+)/[^/]+");

    private final String path;
    private final byte[] text;
    private final Origin origin;
    private final boolean runs;

    private Piece(String path, byte[] text, Origin origin, boolean runs) {
        this.path = path;
        this.text = text;
        this.origin = origin;
        this.runs = runs;
    }

    static Piece of(String path, byte[] text, Origin origin) {
        return new Piece(path, text, origin, false);
    }

    /** A script. */
    Piece running() {
        return new Piece(path, text, origin, true);
    }

    /** Where it belongs, relative to the workspace, with slashes. */
    String path() {
        return path;
    }

    byte[] text() {
        return text;
    }

    Origin origin() {
        return origin;
    }

    /** Whether it is a script. */
    boolean runs() {
        return runs;
    }

    String print() {
        return SameText.print(text);
    }

    /** Whose archive an edit of it goes to. */
    String owner() {
        return ownerOf(path);
    }

    static String ownerOf(String path) {
        Matcher exercise = EXERCISE.matcher(path);
        return exercise.matches() ? exercise.group(1) : "workspace";
    }

    /** Who may change a file, and what an upgrade does about it. */
    enum Origin {
        /** The learner's to edit: never touched once edited. */
        STARTER,
        /** Comes with the exercises: replaced when it changed, an edit of it being archived. */
        GIVEN,
        /** Belongs to one machine: written anew each time, and in no manifest. */
        LOCAL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Origin> of(String word) {
            return Stream.of(STARTER, GIVEN)
                    .filter(origin -> origin.word().equals(word))
                    .findFirst();
        }
    }
}
