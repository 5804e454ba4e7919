package dojo.workbench.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was put into a workspace: {@code .dojo/manifest.txt}, a line a file. A path can have several prints: git joins the
 * lines of two machines.
 */
record Manifest(Map<String, Set<String>> prints) {
    static final String PATH = ".dojo/manifest.txt";
    private static final String HEADER =
            "# Dynamo Dojo manifest, version 1: what was put here, so that an upgrade knows what you wrote.";

    /** An unreadable line is no line: its file is then taken for the learner's work. */
    static Manifest read(Path home) throws IOException {
        Map<String, Set<String>> prints = new TreeMap<>();
        try {
            String text = new String(Files.readAllBytes(home.resolve(PATH)), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                String[] words = line.split(" ", 3);
                if (words.length == 3 && Piece.Origin.of(words[0]).isPresent() && isBelow(words[2])) {
                    prints.computeIfAbsent(words[2], path -> new TreeSet<>()).add(words[1]);
                }
            }
        } catch (NoSuchFileException nothingYet) {
            // A workspace whose making was interrupted.
        }
        return new Manifest(prints);
    }

    /** A line that names a file elsewhere was not written by us. */
    private static boolean isBelow(String path) {
        Path given = Path.of(path);
        return !given.isAbsolute() && given.equals(given.normalize()) && !given.startsWith("..");
    }

    static String text(List<Piece> pieces) {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        pieces.stream()
                .filter(piece -> piece.origin() != Piece.Origin.LOCAL)
                .map(piece -> piece.origin().word() + " " + piece.print() + " " + piece.path())
                .sorted()
                .forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    /** Whether a text is one that was put there. */
    boolean put(String path, String print) {
        return prints.getOrDefault(path, Set.of()).contains(print);
    }
}
